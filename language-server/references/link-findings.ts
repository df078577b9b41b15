/** All that can be said about names once a file is linked, in the order of the text. */
import type { LangiumDocument } from 'langium';
import { type Document, isDocument } from '../generated/ast.js';
import type { Finding } from '../rules/finding.js';
import type { ImportLoader } from '../workspace/import-loader.js';
import { missingImports } from './missing-imports.js';
import { omittedJumps } from './omitted-jumps.js';
import { repeatedNames } from './repeated-names.js';
import { unknownTimeZones } from './time-zones.js';
import { type UnknownNameServices, unknownNames } from './unknown-names.js';

export interface LinkServices extends UnknownNameServices {
  readonly imports: ImportLoader;
}

/** Codes `link/unknown`, `link/omitted`, `import/missing`, `name/twice` and `value/zone`. */
export function linkFindings(document: LangiumDocument, services: LinkServices): Finding[] {
  if (!hasFile(document)) return [];
  return [
    ...missingImports(document, services.files, services.imports),
    ...unknownNames(document, services),
    ...repeatedNames(document, services.files),
    ...omittedJumps(document),
    ...unknownTimeZones(document),
  ].sort(byPlace);
}

function hasFile(document: LangiumDocument): document is LangiumDocument<Document> {
  return isDocument(document.parseResult.value);
}

function byPlace({ range: { start: a } }: Finding, { range: { start: b } }: Finding): number {
  return a.line - b.line || a.character - b.character;
}
