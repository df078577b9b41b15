/** Shows a place of a text in the editor beside a preview, never over it. */
import { Range as EditorRange, Selection, TextEditorRevealType, type Uri, ViewColumn, window, workspace } from 'vscode';
import type { Range } from '../../flow/procedure.js';

/** `range` null: the file as it is. `previewColumn` is where the preview stands. */
export async function revealSource(uri: Uri, range: Range | null, previewColumn: ViewColumn | undefined): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const shown = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  const column = shown?.viewColumn ?? openIn(uri) ?? (previewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One);
  const editor = await window.showTextDocument(document, { viewColumn: column, preserveFocus: false });
  if (!range) return;
  const place = new EditorRange(range.start.line, range.start.character, range.end.line, range.end.character);
  editor.selection = new Selection(place.start, place.end);
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The column that has the file in a tab in the background. */
function openIn(uri: Uri): ViewColumn | undefined {
  return window.tabGroups.all.find((group) =>
    group.tabs.some(
      ({ input }) => typeof input === 'object' && input !== null && 'uri' in input && String(input.uri) === uri.toString(),
    ),
  )?.viewColumn;
}
