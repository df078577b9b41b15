/**
 * `npm run screenshots`: pictures of the editor with the preview, in each kind of theme, into `docs/images/`, and those of the
 * documentation's examples (doc-pictures.mjs). Needs a Chromium
 * (`CHROMIUM`, else /usr/bin/chromium) and the packaged extension.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { installCodeServer, installExtension, startCodeServer } from './code-server.mjs';
import { root } from './install.mjs';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', 'high-contrast': 'Default High Contrast' };
const images = join(root, 'docs', 'images');
const settings = {
  'workbench.startupEditor': 'none',
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
  'window.autoDetectColorScheme': false,
  'workbench.layoutControl.enabled': false,
  'git.enabled': false,
  'files.hotExit': 'off',
  'sop.preview.openOnStart': 'saas-enterprise.sop',
};

installCodeServer();
mkdirSync(images, { recursive: true });
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(root, '.cache', 'screenshots-'));
installExtension(join(root, `${name}-${version}.vsix`), folder);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
try {
  for (const [kind, theme] of Object.entries(themes)) {
    // A workspace of its own each time: the editor remembers what was open.
    const workspace = mkdtempSync(join(folder, 'examples-'));
    cpSync(join(root, 'examples'), workspace, { recursive: true });
    const server = await startCodeServer({ folder, settings: { ...settings, 'workbench.colorTheme': theme }, workspace });
    try {
      await photograph(`${server.address}?folder=${workspace}`, join(images, `${kind}.png`));
    } finally {
      server.stop();
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
await import('./doc-pictures.mjs');

async function photograph(address, file) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.goto(address);
  const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await preview.locator('svg[data-version] g.node').first().waitFor({ timeout: 60_000 });
  await page.keyboard.press('Control+b');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  // The cursor on a step, so that its outline is seen.
  await page
    .locator('.editor-instance .view-lines')
    .first()
    .click({ position: { x: 300, y: 4 } });
  await page.keyboard.press('Control+g');
  const line =
    readFileSync(join(root, 'examples', 'saas-enterprise.sop'), 'utf8')
      .split('\n')
      .findIndex((text) => text.includes('action triage')) + 1;
  await page.locator('.quick-input-widget input[type="text"]').first().fill(`:${line}:12`);
  await page.keyboard.press('Enter');
  await preview.locator('g.node.at-cursor').waitFor();
  await page.mouse.move(5, 5);
  await page.waitForTimeout(800);
  await page.screenshot({ path: file });
  await page.close();
  console.log(file);
}
