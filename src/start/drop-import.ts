/** A flowchart, process or spreadsheet dropped into an empty `.sop` text becomes its content. */
import { type Disposable, DocumentDropEdit, type DocumentDropEditProvider, l10n, languages, Uri, window } from 'vscode';
import type { ServerConnection } from '../server/server-connection.js';
import { importedText } from './imported-text.js';

export function registerDropImport(server: Promise<ServerConnection>): Disposable {
  const provider: DocumentDropEditProvider = {
    provideDocumentDropEdits: async (document, _position, transfer) => {
      if (document.getText().trim() !== '') return undefined;
      const list = (await transfer.get('text/uri-list')?.asString()) ?? '';
      const [first] = list.split(/\r?\n/).filter((line) => /\.(mmd|mermaid|bpmn2?|xml|csv|tsv)$/i.test(line));
      if (first === undefined) return undefined;
      const made = await importedText(Uri.parse(first), await server);
      if (!made) return undefined;
      if ('problem' in made) {
        const { message, line } = made.problem;
        void window.showErrorMessage(line === null ? message : l10n.t('Line {0}: {1}', line, message));
        return undefined;
      }
      const edit = new DocumentDropEdit(made.text);
      edit.title = l10n.t('Import as a Procedure');
      return edit;
    },
  };
  return languages.registerDocumentDropEditProvider({ language: 'sop' }, provider, { dropMimeTypes: ['text/uri-list'] });
}
