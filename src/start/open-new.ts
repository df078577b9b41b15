/** Shows a text that was just made, with its picture: in the empty file it was asked for, else in a new one that is not saved yet. */
import { Range, type TextDocument, type Uri, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';
import type { PreviewManager } from '../preview/preview-manager.js';

/** `target` counts only while it is empty. */
export async function openNew(text: string, target: Uri | undefined, previews: PreviewManager): Promise<void> {
  const document = (await filled(text, target)) ?? (await workspace.openTextDocument({ language: 'sop', content: text }));
  await window.showTextDocument(document, { viewColumn: ViewColumn.One, preview: false });
  previews.open(document.uri, ViewColumn.Beside);
}

async function filled(text: string, target: Uri | undefined): Promise<TextDocument | undefined> {
  if (!target) return undefined;
  const document = await workspace.openTextDocument(target);
  if (document.getText().trim() !== '') return undefined;
  const edit = new WorkspaceEdit();
  edit.replace(target, new Range(0, 0, document.lineCount, 0), text);
  await workspace.applyEdit(edit);
  return document;
}

/** The file a command of this kind is about: the one given, else the empty one being edited. */
export function emptyTarget(given: readonly unknown[]): Uri | undefined {
  const [first] = given;
  if (isUri(first)) return first;
  const active = window.activeTextEditor?.document;
  return active?.languageId === 'sop' && active.getText().trim() === '' ? active.uri : undefined;
}

function isUri(given: unknown): given is Uri {
  return typeof given === 'object' && given !== null && 'scheme' in given && 'fsPath' in given;
}
