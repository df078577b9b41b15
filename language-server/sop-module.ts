/** All services of the language in one place: the server, the command line and the tests start from here. */
import { inject, type Module } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
} from 'langium/lsp';
import { SopFormatter } from './features/format/formatter.js';
import { SopGeneratedModule, SopGeneratedSharedModule } from './generated/module.js';
import { KeywordNameTokenBuilder } from './parser/keyword-names.js';

/** What this language adds to or replaces in Langium's services. */
// biome-ignore lint/complexity/noBannedTypes: nothing is added yet
export type SopAddedServices = {};
export type SopServices = LangiumServices & SopAddedServices;

const sopModule: Module<SopServices, PartialLangiumServices & SopAddedServices> = {
  lsp: {
    Formatter: () => new SopFormatter(),
  },
  parser: {
    TokenBuilder: () => new KeywordNameTokenBuilder(),
  },
};

/** Creates the services over a file system and, for a server, a connection. */
export function createSopServices(context: DefaultSharedModuleContext): { shared: LangiumSharedServices; sop: SopServices } {
  const shared = inject(createDefaultSharedModule(context), SopGeneratedSharedModule);
  const sop = inject(createDefaultModule({ shared }), SopGeneratedModule, sopModule);
  shared.ServiceRegistry.register(sop);
  return { shared, sop };
}
