/** The extension in a browser: the server runs in a web worker. */
import { commands, type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate.js';
import { type BlockPictures, drawBlocks, isBlockPictures, type MarkdownPlugin } from './markdown/draw-blocks.js';

/** Returns what VS Code's Markdown preview takes from an extension. */
export function activate(context: ExtensionContext): MarkdownPlugin {
  const textOf = async (name: string) =>
    new Uint8Array(await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', name)));
  activateWith(context, async (options) => {
    // Extensions may lie on another origin, from which no worker may start; a copy of the text may.
    const address = URL.createObjectURL(new Blob([await textOf('server.web.js')], { type: 'text/javascript' }));
    // The worker itself: the class of one that a function makes is not the one the client knows in a browser's host.
    return new LanguageClient('sop', 'Escalation SOP', new Worker(address), options);
  });
  let pictures: BlockPictures | null = null;
  let asked = false;
  return drawBlocks(() => {
    if (asked) return pictures;
    asked = true;
    void textOf('markdown.cjs').then((bytes) => {
      pictures = evaluated(new TextDecoder().decode(bytes));
      // Blocks shown as text meanwhile are drawn now.
      void commands.executeCommand('markdown.preview.refresh');
    });
    return null;
  });
}

/** Our own bundle, run the way the editor itself runs extensions in a browser, which has no `require` for files. */
function evaluated(script: string): BlockPictures | null {
  const module: { exports: unknown } = { exports: {} };
  new Function('module', 'exports', script)(module, module.exports);
  return isBlockPictures(module.exports) ? module.exports : null;
}
