/** A file of another form as the text of a procedure. */
import { l10n, type Uri, window, workspace } from 'vscode';
import type { ServerConnection } from '../server/server-connection.js';
import type { NewText } from './start-messages.js';

/** Larger ones are no drawing of a procedure. */
const largest = 16 * 1024 * 1024;

/** Undefined where the file cannot be read, which is said. */
export async function importedText(source: Uri, server: ServerConnection): Promise<NewText | undefined> {
  const name = source.path.split('/').at(-1) ?? source.path;
  try {
    if ((await workspace.fs.stat(source)).size > largest) {
      void window.showErrorMessage(l10n.t('{0} is larger than 16 MB. No procedure is that long.', name));
      return undefined;
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(source));
    return (await server.importText(name, text)) ?? undefined;
  } catch (error) {
    const said =
      error instanceof TypeError ? l10n.t('{0} is no UTF-8 text. Save it as UTF-8.', name) : l10n.t('{0} cannot be read.', name);
    void window.showErrorMessage(said);
    return undefined;
  }
}
