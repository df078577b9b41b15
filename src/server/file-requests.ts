/** A server in a browser has no files of its own: it asks the editor, which asks whatever holds the workspace. */
import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

interface Entry {
  readonly uri: string;
  readonly isFile: boolean;
  readonly isDirectory: boolean;
}

export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest('sop/readFile', async ({ uri }: { uri: string }) => workspaceText(Uri.parse(uri)));
  client.onRequest('sop/stat', async ({ uri }: { uri: string }): Promise<Entry | null> => {
    try {
      const { type } = await workspace.fs.stat(Uri.parse(uri));
      return entry(uri, type);
    } catch {
      return null;
    }
  });
  client.onRequest('sop/readDirectory', async ({ uri }: { uri: string }): Promise<Entry[]> => {
    try {
      const folder = Uri.parse(uri);
      const entries = await workspace.fs.readDirectory(folder);
      return entries.map(([name, type]) => entry(Uri.joinPath(folder, name).toString(), type));
    } catch {
      return [];
    }
  });
}

/** Null where it cannot be read. */
async function workspaceText(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

function entry(uri: string, type: FileType): Entry {
  return { uri, isFile: (type & FileType.File) !== 0, isDirectory: (type & FileType.Directory) !== 0 };
}
