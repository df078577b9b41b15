/** `sop.preview.openOnStart`: a file that opens with its preview when the window comes up with nothing else open. */
import { Uri, ViewColumn, window, workspace } from 'vscode';
import type { PreviewManager } from './preview/preview-manager.js';

export async function openOnStart(previews: PreviewManager): Promise<void> {
  const path = workspace.getConfiguration('sop.preview').get<string>('openOnStart', '').trim();
  const folder = workspace.workspaceFolders?.[0];
  if (path === '' || !folder) return;
  const uri = Uri.joinPath(folder.uri, path);
  const others = window.tabGroups.all.flatMap((group) => group.tabs);
  const isIt = (input: unknown) =>
    typeof input === 'object' && input !== null && 'uri' in input && String(input.uri) === String(uri);
  // With other files open, or its preview back from the last time, the window is as its owner left it.
  if (others.some(({ input }) => !isIt(input))) return;
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document, { viewColumn: ViewColumn.One, preview: false });
  previews.open(uri, ViewColumn.Beside);
}
