import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { projectNode, root } from '../../scripts/install.mjs';
import { Editor, launchBrowser, newWorkspace } from './editor.js';

let browser: Browser;
let editor: Editor;
let workspace: string;

beforeAll(async () => {
  browser = await launchBrowser();
  workspace = newWorkspace(inject('workspaces'), 'examples');
  editor = await Editor.open(browser, `${inject('editor')}?folder=${workspace}`, { width: 1800, height: 950 });
  await editor.openFile('saas-enterprise.sop');
  await editor.openPreview();
  await editor.node('frontline.triage').waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await browser.close();
});

/** Chooses from the preview's menu, answers what is asked, and gives what was written. */
async function exported(entry: string, file: string, answer?: string): Promise<Buffer> {
  const { page, preview } = editor;
  await preview.locator('vscode-button[title="Export"]').click();
  await preview.getByRole('menuitem', { name: entry, exact: true }).click();
  const input = page.locator('.quick-input-widget input[type="text"]').first();
  if (answer !== undefined) {
    await page.locator('.quick-input-list .monaco-list-row', { hasText: answer }).first().click();
  }
  await expect.poll(() => input.inputValue()).toContain(file);
  await page.keyboard.press('Enter');
  const path = join(workspace, file);
  await expect.poll(() => existsSync(path)).toBe(true);
  await page
    .locator('.notification-toast', { hasText: `${file} was exported` })
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await editor.command('Notifications: Clear All Notifications');
  return readFileSync(path);
}

/** What the command line makes of the same file. */
function printed(format: string): string {
  const parameters = [join(root, 'dist', 'cli.js'), 'export', 'saas-enterprise.sop', '--format', format];
  const done = spawnSync(projectNode(), parameters, { cwd: workspace, encoding: 'utf8', maxBuffer: 50_000_000 });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout;
}

it.each([
  ['SVG picture', 'saas-enterprise.svg', 'svg'],
  ['Markdown runbook', 'saas-enterprise.md', 'markdown'],
  ['Mermaid flowchart', 'saas-enterprise.mmd', 'mermaid'],
  ['BPMN 2.0', 'saas-enterprise.bpmn', 'bpmn'],
  ['JSON: drawing', 'saas-enterprise.json', 'drawing'],
] as const)('writes the same %s as the command line', async (entry, file, format) => {
  expect((await exported(entry, file)).toString()).toBe(printed(format));
});

it('writes a PNG as large as was chosen', async () => {
  const png = await exported('PNG picture…', 'saas-enterprise.png', '2×');
  const drawing: { width: number; height: number } = JSON.parse(printed('drawing'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([drawing.width * 2, drawing.height * 2]);
});

it('writes a PDF of pages', async () => {
  const pdf = (await exported('PDF document…', 'saas-enterprise.pdf', 'A4')).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(1);
});

it('writes a page with all variants that works offline', async () => {
  const html = await exported('HTML page', 'saas-enterprise.html');
  const page = await browser.newPage({ offline: true });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.setContent(html.toString());
  await page.locator('g.node[data-id="frontline.triage"]').waitFor();
  await page.getByLabel('Variant').selectOption('smb');
  await page.locator('g.node[data-id="leadership"]').waitFor({ state: 'detached' });
  for (const view of ['Swimlanes', 'Responsibilities', 'Communication']) {
    await page.getByRole('button', { name: view }).click();
    await page.locator(`[aria-pressed="true"]`, { hasText: view }).waitFor();
  }
  await page.locator('.tables tbody tr').first().waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

it('exports from the command palette', async () => {
  const { page } = editor;
  await editor.command('SOP: Export');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'JSON: procedure' }).click();
  await expect
    .poll(() => page.locator('.quick-input-widget input[type="text"]').first().inputValue())
    .toContain('saas-enterprise.json');
  await page.keyboard.press('Escape');
});

it('needs nothing that the security policy refuses', () => expect(editor.refused).toEqual([]));
