/** `sop watch`: checks again whenever a file changes, until it is stopped. */
import { type FSWatcher, watch as watchFiles } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pretty } from '../formats/pretty.js';
import { readInputs } from '../input-files.js';
import { OpenFiles } from '../open-files.js';
import { type Terminal, UsageError } from '../terminal.js';

/** Editors write a file in several steps. */
const settleInMs = 80;

export async function watch(
  paths: readonly string[],
  { today }: { today: string | undefined },
  terminal: Terminal,
): Promise<number> {
  if (paths.includes('-')) throw new UsageError("Standard input does not change: watch files or folders, or use 'sop check -'.");
  const check = async () => {
    const inputs = await readInputs(paths, terminal);
    // Read anew each time: a file may have been taken away, and what it imports may have changed.
    const checked = await new OpenFiles(terminal.folder, today).check(inputs);
    const report = pretty.print(checked, { colours: terminal.colours, failOn: 'error' });
    const clear = terminal.screen ? '\u001b[2J\u001b[3J\u001b[H' : '';
    await terminal.print(`${clear}${report}`);
    terminal.complain('Watching for changes; stop with Ctrl+C.');
  };
  await check();

  const watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const changed = (name: string | null) => {
    if (name !== null && !/(\.sop|sop\.config\.json)$/.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(check).catch((error: unknown) => {
        // A file that is gone comes back, or does not: the others are watched all the same.
        terminal.complain(`sop: ${error instanceof Error ? error.message : String(error)}`);
      });
    }, settleInMs);
  };
  for (const folder of await foldersOf(paths, terminal.folder)) {
    watchers.push(watchFiles(folder.path, { recursive: folder.deep }, (_event, name) => changed(name)));
  }
  await new Promise<void>((done) => {
    if (terminal.stop?.aborted) done();
    terminal.stop?.addEventListener('abort', () => done(), { once: true });
  });
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  await running;
  return 0;
}

/** Of a file its folder is watched: editors put a new file in the place of the old one. */
async function foldersOf(paths: readonly string[], from: string): Promise<{ path: string; deep: boolean }[]> {
  const folders = new Map<string, boolean>();
  for (const path of paths) {
    const location = resolve(from, path);
    const deep = (await stat(location)).isDirectory();
    const folder = deep ? location : dirname(location);
    folders.set(folder, deep || (folders.get(folder) ?? false));
  }
  return [...folders].map(([path, deep]) => ({ path, deep }));
}
