import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Editor, launchBrowser, newWorkspace } from './editor.js';
import { exampleText, placeIn } from './examples.js';

const text = exampleText('saas-enterprise.sop');
let browser: Browser;
let editor: Editor;

beforeAll(async () => {
  browser = await launchBrowser();
  const workspace = newWorkspace(inject('workspaces'), {
    'people.sop': exampleText('people.sop'),
    'mine.sop': '',
    // What is typed here has its own brackets and indentation.
    '.vscode/settings.json': JSON.stringify({
      'editor.autoClosingBrackets': 'never',
      'editor.autoClosingQuotes': 'never',
      'editor.autoIndent': 'none',
      'editor.acceptSuggestionOnEnter': 'off',
      'editor.pasteAs.enabled': false,
    }),
  });
  editor = await Editor.open(browser, `${inject('editor')}?folder=${workspace}`);
  await editor.openFile('mine.sop');
  await editor.openPreview();
});
afterAll(async () => {
  await browser.close();
});

it('offers ways to begin while the file is empty', async () => {
  await editor.preview.locator('.start h1', { hasText: 'A procedure begins here' }).waitFor();
  await editor.preview.locator('.start button').first().waitFor();
});

it('offers what may stand here while one types', async () => {
  const { page } = editor;
  await editor.focusText();
  await page.keyboard.type('so');
  await page.locator('.suggest-widget .monaco-list-row', { hasText: 'sop' }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
});

it('tells a mistake while it is there, and not after', async () => {
  const { page } = editor;
  await page.keyboard.insertText('level frontline "L1 Frontline" { owner nobody }\nrole csm "CSM"\n');
  await page.locator('.squiggly-error').first().waitFor();
  await editor.node('frontline').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
});

it('grows the picture with the text, from nothing to a whole procedure', async () => {
  const { page, preview } = editor;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.focusText();
  const counts: number[] = [];
  const lines = text.split('\n');
  // The first lines key by key; the rest, for the sake of time, a line at a time from the clipboard.
  await page.keyboard.type(`${lines.slice(0, 8).join('\n')}\n`);
  for (const [index, line] of lines.slice(8).entries()) {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), `${line}\n`);
    await page.keyboard.press('Control+v');
    if (index % 20 === 0) counts.push(await preview.locator('g.node').count());
  }
  await editor.node('closed').waitFor({ state: 'attached' });
  await editor.node('frontline.triage').waitFor({ state: 'attached' });
  counts.push(await preview.locator('g.node').count());
  expect(counts, 'boxes shown after every 25 lines').toEqual([...counts].sort((one, other) => one - other));
  await expect.poll(() => preview.locator('.banner').isVisible()).toBe(false);
  await expect.poll(() => page.locator('.squiggly-error').count()).toBe(0);
});

it('tells about a role on hover', async () => {
  const { line, column } = placeIn(text, 'owner csm', 7);
  await editor.goTo(line, column);
  await editor.hover();
  await editor.page.locator('.monaco-hover .markdown-hover', { hasText: 'Customer Success Manager' }).first().waitFor();
});

it('tells about a threshold on hover', async () => {
  const { line, column } = placeIn(text, 'threshold high-value', 12);
  await editor.goTo(line, column);
  await editor.hover();
  await editor.page.locator('.monaco-hover .markdown-hover', { hasText: 'High-value account' }).first().waitFor();
});

it('goes from the picture to the text', async () => {
  await editor.preview.locator('vscode-button[title="Fit"]').click();
  await editor.node('leadership').click({ position: { x: 12, y: 8 } });
  await expect.poll(() => editor.position()).toContain(`Ln ${placeIn(text, 'level leadership').line},`);
});

it('keeps the picture while the text is broken, and says where', async () => {
  const { page, preview } = editor;
  const before = await preview.locator('g.node').count();
  const { line, column } = placeIn(text, 'action triage');
  await editor.goTo(line, column);
  const broken = 'action action "';
  await page.keyboard.type(broken);
  await preview.locator('.banner', { hasText: `Line ${line}` }).waitFor();
  expect(await preview.locator('g.node').count()).toBeGreaterThanOrEqual(before);
  for (const _ of broken) await page.keyboard.press('Backspace');
  await preview.locator('.banner').waitFor({ state: 'hidden' });
});

it('never asks for what its security policy refuses', () => {
  expect(editor.refused).toEqual([]);
});
