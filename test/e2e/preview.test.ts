import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Editor, launchBrowser, newWorkspace } from './editor.js';

let browser: Browser;
let editor: Editor;

beforeAll(async () => {
  browser = await launchBrowser();
  const workspace = newWorkspace(inject('workspaces'), 'examples');
  editor = await Editor.open(browser, `${inject('editor')}?folder=${workspace}`);
  await editor.openFile('saas-enterprise.sop');
});
afterAll(async () => browser.close());

it('draws the procedure beside its text', async () => {
  const preview = await editor.openPreview();
  await preview.locator('svg[data-version] g.node').first().waitFor({ timeout: 60_000 });
  await editor.node('frontline.triage').waitFor();
  await editor.page.screenshot({ path: '/tmp/e2e-1.png' });
  expect(editor.refused).toEqual([]);
});

it('goes to the text of what is clicked', async () => {
  await editor.node('frontline.triage').click();
  await expect.poll(() => editor.position()).toContain('Ln 54');
});

it('outlines what the cursor is on', async () => {
  await editor.goTo(51, 5);
  await editor.preview.locator('g.node.at-cursor[data-id="frontline"]').waitFor();
});
