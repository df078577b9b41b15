/** Every importer: a new one is its file and a line here. */
import { bpmnImporter } from './import-bpmn.js';
import { csvImporter } from './import-csv.js';
import { mermaidImporter } from './import-mermaid.js';
import type { Importer } from './importer.js';

export const importers: readonly Importer[] = [mermaidImporter, bpmnImporter, csvImporter];

/** The importer for a file: by its name, else by what is in it; undefined where neither tells. */
export function importerFor(fileName: string, text: string): Importer | undefined {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return importers.find(({ extensions }) => extensions.includes(extension)) ?? importers.find(({ looksLike }) => looksLike(text));
}
