/** The `.sop` file a command is about: the one it was called on, else the one that is being edited. */
import { Uri, window } from 'vscode';

export function chosenFile(given: readonly unknown[]): Uri | undefined {
  const first = given[0];
  if (first instanceof Uri) return first;
  const active = window.activeTextEditor?.document;
  if (active?.languageId === 'sop') return active.uri;
  return window.visibleTextEditors.find(({ document }) => document.languageId === 'sop')?.document.uri;
}
