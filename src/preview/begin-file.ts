/** Writes a first text into an empty file, from the preview's start page. */
import { Range, type Uri, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';

export async function beginWith(uri: Uri, template: string, previewColumn: ViewColumn | undefined): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  if (document.getText().trim() !== '') return;
  const edit = new WorkspaceEdit();
  edit.replace(uri, new Range(0, 0, document.lineCount, 0), template);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document, previewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One);
}
