import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { Editor, launchBrowser, newWorkspace } from './editor.js';

const flowchart = `flowchart TD
  start([Alarm rings]) --> look[Look at it]
  subgraph one[L1 Support]
    look --> known{Known fault?}
    known -->|Yes| restart(Restart it)
  end
  known -->|No| call[Call the engineer]
  restart --> over((All well))
  call --> over
`;
const files = { 'empty.sop': '', 'night.mmd': flowchart, 'broken.csv': 'a,b\n1,2\n' };
let browser: Browser;
let editor: Editor;
let workspace: string;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** A window of its own for each test: nothing open in it. */
beforeEach(async () => {
  workspace = newWorkspace(inject('workspaces'), files);
  editor = await Editor.open(browser, `${inject('editor')}?folder=${workspace}`);
  await file('night.mmd').waitFor({ timeout: 60_000 });
  // The commands are there once the extension is.
  await editor.page.locator('.pane-header', { hasText: 'SOP Health' }).waitFor({ timeout: 60_000 });
});
afterEach(async () => {
  expect(editor.refused).toEqual([]);
  await editor.close();
});

const file = (name: string) => editor.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`);
const untitled = () => editor.page.locator('.tab[data-resource-name^="Untitled"]').first();
const question = () => editor.page.locator('.quick-input-widget');
const gallery = () => editor.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
const card = (name: string): Locator => gallery().locator(`.card[data-name="${name}"]`);

async function pictureIsThere(): Promise<void> {
  await editor.preview.locator('svg[data-version] g.node').first().waitFor({ timeout: 60_000 });
}

/** Commands that go on asking leave the box open, unlike what `Editor.command` waits for. */
async function run(title: string): Promise<void> {
  await editor.page.keyboard.press('F1');
  const input = question().locator('input[type="text"]').first();
  await input.waitFor();
  await input.fill(`>${title}`);
  await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await editor.page.keyboard.press('Enter');
}

async function photograph(name: string): Promise<void> {
  const folder = process.env.START_SCREENSHOTS;
  if (folder) await editor.page.screenshot({ path: join(folder, `${name}.png`) });
}

/** No error and no warning, as the status bar tells. */
async function holds(): Promise<void> {
  const status = editor.page.locator('[id*="sop.status"]').first();
  await expect.poll(() => status.getAttribute('aria-label')).toMatch(/^SOP\W*check|holds/);
}

/** The question at hand, with its count. */
async function said(): Promise<string> {
  const box = question();
  const placeholder = (await box.locator('input[type="text"]').first().getAttribute('placeholder')) ?? '';
  return `${(await box.locator('.quick-input-title, .quick-input-message').allTextContents()).join(' ')} ${placeholder}`;
}

describe('the six questions', () => {
  it('lead from an empty window to a procedure with its picture, by keyboard', async () => {
    const { page } = editor;
    await run('SOP: New Procedure');
    const prompts = [
      'What is the procedure for?',
      'What starts it?',
      'How many levels',
      'Levels from the lowest',
      'Who owns each level',
      'What does the first level do?',
      'Which question decides',
      'Over which channel',
      'How often does the customer',
      'Who else is told',
      'When is it resolved?',
      'What is done before it is closed?',
    ];
    for (const [at, prompt] of prompts.entries()) {
      await expect.poll(said).toContain(prompt);
      if (at === 0) {
        await question().locator('input[type="text"]').first().fill('Outages at night');
      }
      if (at === 1) {
        await photograph('question-triggers');
        await question().locator('.codicon-quick-input-back, .quick-input-titlebar .action-label').first().click();
        await expect.poll(said).toContain(prompts[0]);
        // What was said is still there.
        expect(await question().locator('input[type="text"]').first().inputValue()).toBe('Outages at night');
        await page.keyboard.press('Enter');
        await expect.poll(said).toContain(prompt);
      }
      await page.keyboard.press('Enter');
    }
    await untitled().waitFor({ timeout: 60_000 });
    await pictureIsThere();
    await editor.node('frontline').waitFor();
    await editor.page.locator('.view-line', { hasText: 'sop outages-at-night "Outages at night"' }).waitFor();
    await holds();
    await photograph('wizard-result');
  });

  it('are offered in an empty file, and write into it', async () => {
    const { page } = editor;
    await file('empty.sop').dblclick();
    const lens = page.locator('.codelens-decoration a', { hasText: 'Answer six questions' });
    await lens.waitFor({ timeout: 60_000 });
    await photograph('empty-file');
    await lens.click();
    await expect.poll(said).toContain('1/6');
    await page.keyboard.press('Escape');
    await question().first().waitFor({ state: 'hidden' });
    expect(readFileSync(join(workspace, 'empty.sop'), 'utf8')).toBe('');
    await page.locator('.codelens-decoration a', { hasText: 'Choose a template' }).click();
    await gallery().locator('.card[data-name="smb-support"]').waitFor({ timeout: 60_000 });
    await gallery().locator('.card[data-name="smb-support"]').click();
    await page.locator('.tab.active[data-resource-name="empty.sop"]').first().waitFor();
    await editor.node('first-line').waitFor({ timeout: 60_000 });
    await holds();
  });
});

describe('the gallery', () => {
  it('shows a card for each template, with its real picture', async () => {
    await run('SOP: Template Gallery');
    await card('saas-enterprise').waitFor({ timeout: 60_000 });
    expect(await gallery().locator('.card').count()).toBeGreaterThanOrEqual(8);
    await card('saas-enterprise').locator('svg g.node[data-id="frontline.triage"]').waitFor({ state: 'attached' });
    await photograph('gallery');
  });

  it('finds by words and by segment', async () => {
    await run('SOP: Template Gallery');
    await card('saas-enterprise').waitFor({ timeout: 60_000 });
    const visible = () => gallery().locator('.card:visible').count();
    const all = await visible();
    await gallery().locator('input').fill('ombudsman');
    await expect.poll(visible).toBeLessThan(all);
    await card('fintech-complaints').waitFor();
    await gallery().locator('input').fill('');
    await gallery().locator('.chip', { hasText: 'Regulated' }).click();
    await expect.poll(() => card('smb-support').isVisible()).toBe(false);
    await photograph('gallery-regulated');
    await gallery().locator('.chip', { hasText: 'All' }).click();
    await expect.poll(visible).toBe(all);
  });

  it('is worked by keyboard: from the search to a card, to the file with its picture', async () => {
    const { page } = editor;
    await run('SOP: Template Gallery');
    await card('saas-enterprise').waitFor({ timeout: 60_000 });
    await gallery().locator('input').fill('renewal');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await untitled().waitFor({ timeout: 60_000 });
    await editor.node('rescue').waitFor({ timeout: 60_000 });
    await holds();
  });
});

describe('importing', () => {
  it('makes a procedure of a flowchart from the explorer', async () => {
    const { page } = editor;
    await file('night.mmd').click({ button: 'right' });
    await page.locator('.monaco-menu .action-menu-item', { hasText: 'Import…' }).first().click();
    await untitled().waitFor({ timeout: 60_000 });
    await editor.node('support').waitFor({ timeout: 60_000 });
    await photograph('import');
  });

  it('says what is wrong and where, and writes nothing', async () => {
    const { page } = editor;
    await file('broken.csv').click({ button: 'right' });
    await page.locator('.monaco-menu .action-menu-item', { hasText: 'Import…' }).first().click();
    await page.locator('.notification-toast', { hasText: 'broken.csv, line 1: No column tells the steps.' }).waitFor();
    expect(await page.locator('.tab').count()).toBe(0);
    await photograph('import-broken');
  });
});

it('shows the walkthrough with a picture for each step', async () => {
  const { walkthroughs } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).contributes;
  for (const { media } of walkthroughs[0].steps)
    for (const path of Object.values<string>(media.image))
      expect(readFileSync(join(root, path)).byteLength).toBeGreaterThan(1000);
  await run('Welcome: Open Walkthrough');
  await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Begin with Escalation SOP' }).first().waitFor();
  await editor.page.locator('.quick-input-widget input[type="text"]').first().fill('Begin with Escalation');
  await editor.page.keyboard.press('Enter');
  await editor.page.locator('.gettingStartedContainer', { hasText: 'What starts it?' }).first().waitFor();
  await editor.page
    .locator('.gettingStartedContainer img.getting-started-media, .gettingStartedContainer .getting-started-media img')
    .first()
    .waitFor();
  await photograph('walkthrough');
});

it('shows an example', async () => {
  await run('SOP: Show Example');
  await untitled().waitFor({ timeout: 60_000 });
  await pictureIsThere();
});
