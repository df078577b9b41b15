/** From a code lens: shows the preview with everything faded but what belongs to an element. Not in the command palette. */
import { Uri, ViewColumn } from 'vscode';
import type { Focus } from '../preview-messages.js';
import type { Command } from './command.js';

export const focusPreview: Command = {
  id: 'sop.preview.focus',
  run: ({ previews }, [given]) => {
    if (isRequest(given)) previews.focus(Uri.parse(given.uri), { kind: given.kind, name: given.name }, ViewColumn.Beside);
  },
};

interface Request extends Focus {
  readonly uri: string;
}

function isRequest(given: unknown): given is Request {
  return typeof given === 'object' && given !== null && 'uri' in given && 'kind' in given && 'name' in given;
}
