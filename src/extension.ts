/** The extension where VS Code runs on Node: the server is a process of its own on VS Code's own Node. */
import { createRequire } from 'node:module';
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate.js';
import { type BlockPictures, drawBlocks, isBlockPictures, type MarkdownPlugin } from './markdown/draw-blocks.js';

/** Returns what VS Code's Markdown preview takes from an extension. */
export function activate(context: ExtensionContext): MarkdownPlugin {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const server = { module, transport: TransportKind.ipc };
  const run = { run: server, debug: { ...server, options: { execArgv: ['--inspect=6009'] } } };
  activateWith(context, async (options) => new LanguageClient('sop', 'Escalation SOP', run, options));
  let pictures: BlockPictures | null = null;
  return drawBlocks(() => {
    pictures ??= loadPictures(Uri.joinPath(context.extensionUri, 'dist', 'markdown.cjs').fsPath);
    return pictures;
  });
}

function loadPictures(path: string): BlockPictures | null {
  const loaded: unknown = createRequire(path)(path);
  return isBlockPictures(loaded) ? loaded : null;
}
