import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Editor, launchBrowser, newWorkspace } from './editor.js';
import { exampleText, placeIn } from './examples.js';

const text = exampleText('saas-enterprise.sop');
let browser: Browser;
let editor: Editor;

beforeAll(async () => {
  browser = await launchBrowser();
  const workspace = newWorkspace(inject('workspaces'), 'examples');
  editor = await Editor.open(browser, `${inject('editor')}?folder=${workspace}`);
  await editor.openFile('saas-enterprise.sop');
});
afterAll(async () => {
  await browser.close();
});

it('draws the procedure beside its text', async () => {
  const preview = await editor.openPreview();
  await preview.locator('svg[data-version] g.node').first().waitFor({ timeout: 60_000 });
  await editor.node('frontline.triage').waitFor();
  await editor.node('closed').waitFor();
});

it('goes to the text of what is clicked, in the editor beside', async () => {
  await editor.node('frontline.triage').click();
  const { line } = placeIn(text, 'action triage');
  await expect.poll(() => editor.position()).toContain(`Ln ${line},`);
  await editor.node('frontline.triage').waitFor();
});

it('outlines what the cursor is on, and brings it into view', async () => {
  const { line, column } = placeIn(text, 'Post-escalation review');
  await editor.goTo(line, column);
  const node = editor.preview.locator('g.node.at-cursor');
  await expect.poll(() => node.getAttribute('data-id')).toContain('closed.');
  await expect.poll(() => inView(node)).toBe(true);
});

it('zooms at the pointer, and fits', async () => {
  const { preview, page } = editor;
  const scale = () => preview.locator('.toolbar .scale').textContent();
  await preview.locator('vscode-button[title="Fit"]').click();
  const fitted = await scale();
  await editor.node('frontline').hover({ position: { x: 5, y: 5 } });
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await expect.poll(scale).not.toBe(fitted);
  await preview.locator('vscode-button[title="Fit"]').click();
  await expect.poll(scale).toBe(fitted);
});

it('finds words in the picture', async () => {
  const { preview, page } = editor;
  await preview.locator('#stage').click({ position: { x: 4, y: 4 } });
  await page.keyboard.press('Control+f');
  await preview.locator('.find input').fill('root cause');
  await preview.locator('.find .count', { hasText: '1 of 1' }).waitFor();
  await preview.locator('g.node.current-match').waitFor();
  await page.keyboard.press('Escape');
  await preview.locator('.find').waitFor({ state: 'hidden' });
});

it('walks along the flow by arrow keys, and Enter goes to the text', async () => {
  const { preview, page } = editor;
  const focused = () => preview.locator('body').evaluate(() => document.activeElement?.getAttribute('data-id'));
  await editor.node('frontline.triage').focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused).toBe('frontline.fixable');
  await page.keyboard.press('ArrowUp');
  await expect.poll(focused).toBe('frontline.triage');
  await page.keyboard.press('Enter');
  await expect.poll(() => editor.position()).toContain(`Ln ${placeIn(text, 'action triage').line},`);
});

it('shows a card with what the hover says', async () => {
  await editor.node('frontline').hover({ position: { x: 60, y: 12 } });
  await editor.preview.locator('.card h2', { hasText: 'L1 Frontline' }).waitFor();
});

it('collapses and opens a level', async () => {
  await editor.node('frontline').locator('[data-collapses]').click();
  await editor.node('frontline.triage').waitFor({ state: 'detached' });
  await editor.node('frontline').locator('[data-collapses]').click();
  await editor.node('frontline.triage').waitFor();
});

it('fades all but what a role does', async () => {
  const { preview } = editor;
  await preview.locator('vscode-dropdown[title="Focus"]').click();
  await preview.locator('vscode-option', { hasText: 'Role: Engineering Manager' }).click();
  await preview.locator('g.node.faded[data-id="frontline.triage"]').waitFor({ state: 'attached' });
  await preview.locator('vscode-dropdown[title="Focus"]').click();
  await preview.locator('vscode-option', { hasText: 'All roles' }).click();
  await expect.poll(() => preview.locator('.faded').count()).toBe(0);
});

it('shows a variant', async () => {
  const { preview } = editor;
  await preview.locator('vscode-dropdown[title="Variant"]').click();
  await preview.locator('vscode-option', { hasText: 'Variant: smb' }).click();
  await editor.node('leadership').waitFor({ state: 'detached' });
  await preview.locator('vscode-dropdown[title="Variant"]').click();
  await preview.locator('vscode-option', { hasText: 'No variant' }).click();
  await editor.node('leadership').waitFor({ state: 'attached' });
});

it('follows a change of theme without a reload', async () => {
  const { page, preview } = editor;
  const background = () => preview.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const box = () =>
    editor
      .node('frontline.triage')
      .locator('path')
      .first()
      .evaluate((path) => getComputedStyle(path).fill);
  const [light, lightBox] = [await background(), await box()];
  const version = await preview.locator('svg[data-version]').getAttribute('data-version');
  await editor.command('Preferences: Toggle between Light/Dark Themes');
  await expect.poll(background).not.toBe(light);
  expect(await box()).not.toBe(lightBox);
  expect(await preview.locator('svg[data-version]').getAttribute('data-version')).toBe(version);
  await editor.command('Preferences: Toggle between Light/Dark Themes');
  await expect.poll(background).toBe(light);
  await page.keyboard.press('Escape');
});

it('comes back after a reload of the window with its file and zoom', async () => {
  const { preview, page } = editor;
  await preview.locator('vscode-button[title="Zoom in (+)"]').click();
  const scale = await preview.locator('.toolbar .scale').textContent();
  await Promise.all([page.waitForEvent('load'), editor.command('Developer: Reload Window')]);
  await page.waitForSelector('.monaco-workbench');
  await preview.locator('svg[data-version] g.node').first().waitFor({ timeout: 60_000 });
  await editor.node('frontline.triage').waitFor({ state: 'attached' });
  expect(await preview.locator('.toolbar .scale').textContent()).toBe(scale);
});

it('never asks for what its security policy refuses', () => {
  expect(editor.refused).toEqual([]);
});

async function inView(node: ReturnType<Editor['node']>): Promise<boolean> {
  return node.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  });
}
