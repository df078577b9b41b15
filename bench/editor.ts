/** End to end in a real VS Code: from a key to the painted picture, ours and the plain way in the same run. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, CDPSession } from 'playwright-core';
import { installCodeServer, installExtension, startCodeServer } from '../scripts/code-server.mjs';
import { root } from '../scripts/install.mjs';
import { Editor, launchBrowser, newWorkspace } from '../test/e2e/editor.js';
import { settings } from '../test/e2e/editor-settings.js';
import { middleOf, procedureOf } from './generate.js';
import { type Result, type Tell, type Times, timesOf, yardstick } from './measure.js';
import { keysEchoed, keysPainted, watchEcho, watchKeys, watchPaints } from './watch.js';

const part = 'editor';
const sizes = [10, 30, 100, 300];
const isolated = { name: 'a key every 350 ms', gap: 350, keys: 12 };
const burst = { name: 'a key every 60 ms', gap: 60, keys: 24 };

/** Median and 95th percentile to reach by steps, and by what factor to be faster than the plain way. */
const bounds: Readonly<Record<number, { label: Bound; step: Bound }>> = {
  10: { label: { median: 30, p95: 60, ratio: 2 }, step: { median: 40, p95: 80, ratio: 2 } },
  30: { label: { median: 33, p95: 66, ratio: 3 }, step: { median: 45, p95: 90, ratio: 2.5 } },
  100: { label: { median: 36, p95: 72, ratio: 5 }, step: { median: 55, p95: 110, ratio: 4 } },
  300: { label: { median: 50, p95: 100, ratio: 20 }, step: { median: 90, p95: 180, ratio: 10 } },
};
interface Bound {
  readonly median: number;
  readonly p95: number;
  readonly ratio: number;
}

type Kind = 'label' | 'step' | 'burst';

export async function benchEditor(tell: Tell, folder: string): Promise<void> {
  installCodeServer();
  const ours = await startedWith(mkdtempSync(join(folder, 'ours-')), null);
  const plain = await startedWith(mkdtempSync(join(folder, 'plain-')), join(folder, 'plain-page.js'));
  const browser = await launchBrowser();
  try {
    await echo(tell, browser, ours.address, folder);
    for (const steps of sizes) {
      const text = procedureOf({ steps });
      const of = {
        ours: await typed(browser, ours.address, folder, text),
        plain: await typed(browser, plain.address, folder, text),
      };
      for (const kind of ['label', 'step', 'burst'] as const) tell(row(kind, steps, of.ours.times[kind], of.plain.times[kind]));
      if (steps === sizes[0])
        tell({ part, name: 'cold: command → first picture', median: of.ours.firstPicture, bound: { median: 1500 } });
      if (steps === 300)
        tell({ part, name: 'memory of the page, 300 steps', unit: 'MB', median: of.ours.memory, bound: { median: 100 } });
    }
  } finally {
    await browser.close();
    ours.stop();
    plain.stop();
  }
}

function row(kind: Kind, steps: number, ours: Times, plain: Times): Result {
  const words = {
    label: `a title changes, ${isolated.name}`,
    step: `a step comes or goes, ${isolated.name}`,
    burst: `a title changes, ${burst.name}`,
  };
  const bound = kind === 'burst' ? undefined : bounds[steps]?.[kind];
  return {
    part,
    name: `key → painted, ${steps} steps, ${words[kind]}`,
    ...ours,
    ...(bound ? { bound: { median: bound.median, p95: bound.p95 }, ratioBound: bound.ratio } : {}),
    reference: { name: 'the plain way', ...plain },
    ratio: plain.median / ours.median,
  };
}

/** An editor with the packaged extension; with `page` in place of its preview page where one is given. */
async function startedWith(folder: string, page: string | null): Promise<{ address: string; stop: () => unknown }> {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const vsix = join(root, `${name}-${version}.vsix`);
  if (!existsSync(vsix)) throw new Error('There is no packaged extension: npm run build && npm run package.');
  installExtension(vsix, folder);
  if (page !== null) {
    const extensions = join(folder, 'extensions');
    const own = readdirSync(extensions).find((each) => each.startsWith(`${name}.`) || each.includes(name));
    const dist = join(extensions, own ?? name, 'dist');
    copyFileSync(page, join(dist, 'webview.js'));
    copyFileSync(createRequire(import.meta.url).resolve('elkjs/lib/elk-worker.min.js'), join(dist, 'elk-worker.cjs'));
    const main = join(dist, 'extension.cjs');
    const code = readFileSync(main, 'utf8');
    // The plain page has a worker, which the policy of ours does not allow.
    const allowed = code.replace("default-src 'none'", "default-src 'none'; worker-src blob:; connect-src *");
    if (allowed === code) throw new Error('The policy of the preview was not found in the extension.');
    writeFileSync(main, allowed);
  }
  const { address, stop } = await startCodeServer({ folder, settings });
  return { address, stop };
}

async function opened(browser: Browser, address: string, folder: string, text: string): Promise<Editor> {
  mkdirSync(join(folder, 'files'), { recursive: true });
  const workspace = newWorkspace(join(folder, 'files'), {
    'mine.sop': text,
    '.vscode/settings.json': JSON.stringify({
      'editor.quickSuggestions': { other: 'off', strings: 'off' },
      'editor.autoClosingQuotes': 'never',
      'files.autoSave': 'off',
    }),
  });
  const editor = await Editor.open(browser, `${address}?folder=${workspace}`);
  await editor.openFile('mine.sop');
  return editor;
}

interface Typed {
  readonly times: Readonly<Record<Kind, Times>>;
  readonly firstPicture: number;
  /** Megabytes that the preview added. */
  readonly memory: number;
}

async function typed(browser: Browser, address: string, folder: string, text: string): Promise<Typed> {
  const editor = await opened(browser, address, folder, text);
  const { page } = editor;
  try {
    const inspector = await page.context().newCDPSession(page);
    const before = await heapOf(inspector);
    const began = performance.now();
    await editor.openPreview();
    const diagram = editor.preview.locator('#diagram');
    await diagram.locator('svg[data-version] g.node').first().waitFor({ state: 'attached', timeout: 60_000 });
    const firstPicture = performance.now() - began;
    await watchKeys(page);
    await watchPaints(diagram);
    await page.keyboard.press('Control+1');
    const line = text.slice(0, middleOf(text)).split('\n').length;
    const column = middleOf(text) - text.lastIndexOf('\n', middleOf(text)) + 1;

    await editor.goTo(line, column);
    await page.keyboard.type('xx', { delay: 400 });
    yardstick.measure();
    const label = await keysPainted(page, diagram, isolated, () => 'x');
    yardstick.measure();
    const fast = await keysPainted(page, diagram, burst, () => 'x');
    await editor.goTo(line, 1);
    await page.keyboard.insertText('  action "One step more, and its words" by csm within 10 min\n');
    await page.waitForTimeout(700);
    yardstick.measure();
    // Taken away and put back by one key each.
    const step = await keysPainted(page, diagram, isolated, (key) => (key % 2 === 0 ? 'Control+z' : 'Control+y'));
    const memory = (await heapOf(inspector)) - before;
    return { times: { label: timesOf(label), burst: timesOf(fast), step: timesOf(step) }, firstPicture, memory };
  } finally {
    await editor.close();
    rmSync(join(folder, 'files'), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** From a key to its letter in the text, with and without the preview beside it. */
async function echo(tell: Tell, browser: Browser, address: string, folder: string): Promise<void> {
  const text = procedureOf({ steps: 100 });
  const editor = await opened(browser, address, folder, text);
  const { page } = editor;
  try {
    const line = text.slice(0, middleOf(text)).split('\n').length;
    const column = middleOf(text) - text.lastIndexOf('\n', middleOf(text)) + 1;
    await watchKeys(page);
    await watchEcho(page);
    await editor.goTo(line, column);
    await page.keyboard.type('xxxx', { delay: 200 });
    const without = timesOf(await keysEchoed(page, 20));
    await editor.openPreview();
    await editor.preview.locator('#diagram svg[data-version] g.node').first().waitFor({ state: 'attached', timeout: 60_000 });
    await page.keyboard.press('Control+1');
    await editor.goTo(line, column);
    await watchEcho(page);
    await page.keyboard.type('xxxx', { delay: 200 });
    const beside = timesOf(await keysEchoed(page, 20));
    tell({
      part,
      name: 'key → echo with the preview open, 100 steps',
      ...beside,
      reference: { name: 'without preview', ...without },
      ratio: without.median / beside.median,
      ratioBound: 0.95,
    });
  } finally {
    await editor.close();
    rmSync(join(folder, 'files'), { recursive: true, force: true, maxRetries: 5 });
  }
}

async function heapOf(inspector: CDPSession): Promise<number> {
  await inspector.send('HeapProfiler.collectGarbage');
  const { usedSize } = await inspector.send('Runtime.getHeapUsage');
  return usedSize / 1_048_576;
}
