/** All services of the language in one place: the server, the command line and the tests start from here. */
import { type DeepPartial, inject, type Module } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
} from 'langium/lsp';
import { Procedures } from './compile/procedures.js';
import { SopCodeLenses } from './features/code-lenses.js';
import { SopCompletionProvider } from './features/completion/completion-provider.js';
import { SopDefinition, SopImplementation } from './features/definition.js';
import { SopDocumentLinks } from './features/document-links.js';
import { SopFolding } from './features/folding.js';
import { SopFormatter } from './features/format/formatter.js';
import { SopCallHierarchy, SopTypeHierarchy } from './features/hierarchies.js';
import { SopHoverProvider } from './features/hover.js';
import { SopInlayHints } from './features/inlay-hints.js';
import { SopOutline } from './features/outline.js';
import { SopQuickFixes } from './features/quick-fixes.js';
import { SopHighlights, SopReferences } from './features/references.js';
import { SopRename } from './features/rename.js';
import { SopSemanticTokens } from './features/semantic-tokens.js';
import { SopSignatureHelp } from './features/signature-help.js';
import { ImportsFollowFiles, SopLanguageServer } from './features/sop-language-server.js';
import { SopWorkspaceSymbols } from './features/workspace-symbols.js';
import { SopGeneratedModule, SopGeneratedSharedModule } from './generated/module.js';
import { StandardLibrary } from './library/standard-library.js';
import { HandedLexer } from './parser/handed-lexer.js';
import { KeywordNameTokenBuilder } from './parser/keyword-names.js';
import { createSopParser } from './parser/sop-parser.js';
import { SopValueConverter } from './parser/value-converter.js';
import { SopLinker } from './references/linker.js';
import { SopScopeProvider } from './references/scope-provider.js';
import { VisibleFiles } from './references/visible-files.js';
import { RuleSettings } from './rules/rule-settings.js';
import { registerRules } from './rules/validation.js';
import { SopDocumentBuilder } from './workspace/document-builder.js';
import { SopDocumentFactory } from './workspace/document-factory.js';
import { SopDocumentUpdateHandler } from './workspace/document-update-handler.js';
import { SopDocumentValidator } from './workspace/document-validator.js';
import { SopDocuments } from './workspace/documents.js';
import { ImportLoader } from './workspace/import-loader.js';
import { OnDemandIndex } from './workspace/on-demand-index.js';
import { SopWorkspaceManager } from './workspace/workspace-manager.js';

/** What this language adds to Langium's services. */
export type SopAddedServices = {
  references: { ScopeProvider: SopScopeProvider; VisibleFiles: VisibleFiles };
  library: { StandardLibrary: StandardLibrary };
  compile: { Procedures: Procedures };
  rules: { RuleSettings: RuleSettings };
};
export type SopServices = LangiumServices & SopAddedServices & { shared: SopSharedServices };

/** What it adds to the services that all documents share. */
export type SopAddedSharedServices = {
  workspace: {
    DocumentBuilder: SopDocumentBuilder;
    ImportLoader: ImportLoader;
    LangiumDocumentFactory: SopDocumentFactory;
    WorkspaceManager: SopWorkspaceManager;
  };
  lsp: { DocumentUpdateHandler: SopDocumentUpdateHandler };
};
export type SopSharedServices = LangiumSharedServices & SopAddedSharedServices;

const sopSharedModule: Module<SopSharedServices, DeepPartial<LangiumSharedServices> & SopAddedSharedServices> = {
  lsp: {
    DocumentUpdateHandler: (services) => new SopDocumentUpdateHandler(services),
    WorkspaceSymbolProvider: (services) => new SopWorkspaceSymbols(services),
    LanguageServer: (services) => new SopLanguageServer(services),
    FileOperationHandler: (services) => new ImportsFollowFiles(services),
  },
  workspace: {
    DocumentBuilder: (services) => new SopDocumentBuilder(services, () => services.workspace.ImportLoader),
    LangiumDocumentFactory: (services) => new SopDocumentFactory(services),
    LangiumDocuments: (services) => new SopDocuments(services),
    IndexManager: (services) => new OnDemandIndex(() => services.workspace.LangiumDocuments),
    WorkspaceManager: (services) => new SopWorkspaceManager(services),
    ImportLoader: ({ workspace }) =>
      new ImportLoader(
        workspace.FileSystemProvider,
        workspace.TextDocuments,
        () => workspace.LangiumDocuments,
        () => workspace.LangiumDocumentFactory,
      ),
  },
};

const sopModule: Module<SopServices, PartialLangiumServices & SopAddedServices> = {
  references: {
    Linker: (services) => new SopLinker(services, services.references.VisibleFiles),
    ScopeProvider: ({ shared, references }) => new SopScopeProvider(shared.AstReflection, references.VisibleFiles),
    VisibleFiles: ({ shared, library }) =>
      new VisibleFiles(
        () => shared.workspace.LangiumDocuments,
        () => library.StandardLibrary,
      ),
  },
  library: {
    StandardLibrary: ({ shared }) => new StandardLibrary(() => shared.workspace.LangiumDocumentFactory),
  },
  validation: {
    DocumentValidator: (services) => new SopDocumentValidator(services),
  },
  compile: {
    Procedures: ({ references }) => new Procedures(references.VisibleFiles),
  },
  rules: {
    RuleSettings: ({ shared }) => new RuleSettings(shared),
  },
  lsp: {
    CompletionProvider: (services) => new SopCompletionProvider(services),
    CodeActionProvider: (services) => new SopQuickFixes(services),
    CodeLensProvider: (services) => new SopCodeLenses(services),
    DocumentLinkProvider: () => new SopDocumentLinks(),
    DocumentSymbolProvider: () => new SopOutline(),
    FoldingRangeProvider: () => new SopFolding(),
    InlayHintProvider: (services) => new SopInlayHints(services),
    SemanticTokenProvider: (services) => new SopSemanticTokens(services),
    RenameProvider: (services) => new SopRename(services),
    ReferencesProvider: (services) => new SopReferences(services),
    DocumentHighlightProvider: (services) => new SopHighlights(services),
    DefinitionProvider: (services) => new SopDefinition(services),
    ImplementationProvider: (services) => new SopImplementation(services),
    CallHierarchyProvider: (services) => new SopCallHierarchy(services),
    TypeHierarchyProvider: (services) => new SopTypeHierarchy(services),
    SignatureHelp: (services) => new SopSignatureHelp(services),
    Formatter: () => new SopFormatter(),
    HoverProvider: (services) => new SopHoverProvider(services),
  },
  parser: {
    TokenBuilder: () => new KeywordNameTokenBuilder(),
    Lexer: (services) => new HandedLexer(services),
    LangiumParser: (services) => createSopParser(services),
    ValueConverter: () => new SopValueConverter(),
  },
};

/** Creates the services over a file system and, for a server, a connection. */
export function createSopServices(context: DefaultSharedModuleContext): { shared: SopSharedServices; sop: SopServices } {
  const shared = inject(createDefaultSharedModule(context), SopGeneratedSharedModule, sopSharedModule);
  const sop = inject(createDefaultModule({ shared }), SopGeneratedModule, sopModule);
  shared.ServiceRegistry.register(sop);
  registerRules(sop);
  return { shared, sop };
}
