/** In an empty `.sop` text: ways to begin, above its first line. */
import { CodeLens, type Disposable, l10n, languages, Range } from 'vscode';

const ways = [
  { command: 'sop.newProcedure', title: l10n.t('Answer six questions') },
  { command: 'sop.templateGallery', title: l10n.t('Choose a template') },
  { command: 'sop.import', title: l10n.t('Import a flowchart, process or spreadsheet') },
];

export function registerEmptyFileLenses(): Disposable {
  return languages.registerCodeLensProvider(
    { language: 'sop' },
    {
      provideCodeLenses: (document) =>
        document.getText().trim() !== ''
          ? []
          : ways.map(
              (way) =>
                // To import, a file has to be chosen: the one being edited is not it.
                new CodeLens(new Range(0, 0, 0, 0), { ...way, arguments: way.command === 'sop.import' ? [] : [document.uri] }),
            ),
    },
  );
}
