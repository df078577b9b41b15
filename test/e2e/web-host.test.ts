import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type CodeServer, installExtension, startCodeServer } from '../../scripts/code-server.mjs';
import { root } from '../../scripts/install.mjs';
import { Editor, launchBrowser, newWorkspace } from './editor.js';
import { settings } from './editor-settings.js';
import { exampleText, placeIn } from './examples.js';

let browser: Browser;
let server: CodeServer;
let editor: Editor;

beforeAll(async () => {
  const folder = mkdtempSync(join(inject('workspaces'), 'web-'));
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  installExtension(join(root, `${name}-${version}.vsix`), folder);
  const inTheBrowser = { 'remote.extensionKind': { 'escalation-sop.escalation-sop': ['web'] } };
  server = await startCodeServer({ folder, settings: { ...settings, ...inTheBrowser } });
  browser = await launchBrowser();
  editor = await Editor.open(browser, `${server.address}?folder=${newWorkspace(folder, 'examples')}`);
  await editor.openFile('saas-enterprise.sop');
});
afterAll(async () => {
  await browser.close();
  server.stop();
});

it('runs in the browser: draws, and reads imported files through the editor', async () => {
  await editor.openPreview();
  await editor.node('frontline.triage').waitFor({ timeout: 60_000 });
  await expect.poll(() => editor.node('frontline.triage').textContent()).toContain('Customer Success Manager');
});

it('follows typing there too', async () => {
  const { line, column } = placeIn(exampleText('saas-enterprise.sop'), '"Reproduce and classify', 1);
  await editor.goTo(line, column);
  await editor.page.keyboard.type('Quickly: ');
  await expect.poll(() => editor.node('frontline.triage').textContent()).toContain('Quickly:');
});
