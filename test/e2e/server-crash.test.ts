import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Editor, launchBrowser, newWorkspace } from './editor.js';
import { exampleText, placeIn } from './examples.js';

let browser: Browser;
let editor: Editor;

beforeAll(async () => {
  browser = await launchBrowser();
  editor = await Editor.open(browser, `${inject('editor')}?folder=${newWorkspace(inject('workspaces'), 'examples')}`);
  await editor.openFile('saas-enterprise.sop');
  await editor.openPreview();
  await editor.node('frontline.triage').waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await browser.close();
});

it.runIf(process.platform === 'linux')('keeps the picture when the server ends, and goes on when it is back', async () => {
  for (const id of servers()) process.kill(id, 'SIGKILL');
  await editor.node('frontline.triage').waitFor();
  const { line, column } = placeIn(exampleText('saas-enterprise.sop'), '"Reproduce and classify', 1);
  await editor.goTo(line, column);
  await editor.page.keyboard.type('Again: ');
  await expect.poll(() => editor.node('frontline.triage').textContent(), { timeout: 40_000 }).toContain('Again:');
  await editor.preview.locator('.banner').waitFor({ state: 'hidden' });
});

/** Processes of our language server in the editor of these tests, and no other. */
function servers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return command.includes(inject('workspaces')) && command.includes('server.cjs') ? [Number(name)] : [];
      } catch {
        return [];
      }
    });
}
