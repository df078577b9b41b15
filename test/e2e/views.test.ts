import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Editor, launchBrowser, newWorkspace } from './editor.js';
import { exampleText, placeIn } from './examples.js';

const text = exampleText('saas-enterprise.sop');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;
let editor: Editor;
let workspace: string;

beforeAll(async () => {
  browser = await launchBrowser();
  workspace = newWorkspace(inject('workspaces'), 'examples');
  editor = await Editor.open(browser, `${inject('editor')}?folder=${workspace}`, { width: 2000, height: 1000 });
  await editor.openFile('saas-enterprise.sop');
  await editor.openPreview();
  await editor.node('frontline.triage').waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await browser.close();
});

async function choose(list: string, entry: string): Promise<void> {
  await editor.preview.locator(`vscode-dropdown[title="${list}"]`).click();
  await editor.preview
    .locator(`vscode-dropdown[title="${list}"] vscode-option`)
    .and(editor.preview.getByText(entry, { exact: true }))
    .click();
}

describe('the view of', () => {
  it('swimlanes has a lane for each role, with what it does in it', async () => {
    await choose('View', 'Swimlanes');
    await editor.node('lane:csm').waitFor({ state: 'attached' });
    await editor.node('frontline.triage').click();
    await expect.poll(() => editor.position()).toContain(`Ln ${placeIn(text, 'action triage').line},`);
  });

  it('responsibilities is a table that sorts, and leads to the text', async () => {
    const { preview } = editor;
    await choose('View', 'Responsibilities');
    const first = preview.locator('.tables tbody tr').first();
    await expect.poll(() => first.textContent()).toContain('Acknowledge the issue');
    await preview.locator('.tables thead th', { hasText: 'Step' }).getByRole('button').click();
    await preview.locator('.tables th[aria-sort="ascending"]').waitFor();
    expect(await first.textContent()).not.toContain('Reproduce');
    await preview.locator('.tables tr', { hasText: 'Reproduce and classify' }).getByRole('button').click();
    await expect.poll(() => editor.position()).toContain(`Ln ${placeIn(text, 'action triage').line},`);
  });

  it('responsibilities fades what the chosen role has no part in', async () => {
    const { preview } = editor;
    await choose('Focus', 'Role: Engineering Manager');
    await preview.locator('.tables tr.faded', { hasText: 'Acknowledge the issue' }).waitFor();
    expect(await preview.locator('.tables tr.faded', { hasText: 'Find the root cause' }).count()).toBe(0);
    await choose('Focus', 'All roles');
    await expect.poll(() => preview.locator('tr.faded').count()).toBe(0);
  });

  it('communication says who is told what, when, over what and by whom', async () => {
    await choose('View', 'Communication');
    const row = editor.preview.locator('.tables tr', { hasText: 'Acknowledge the issue' });
    await expect
      .poll(() => row.locator('td').allTextContents())
      .toEqual(expect.arrayContaining(['Customer', 'within 10 min', 'Email', 'Customer Success Manager', 'L1 Frontline']));
  });

  it('a library shows its roles and who reports to whom', async () => {
    await choose('View', 'Flow');
    // Files open where the focus is: beside the picture, not over it.
    await editor.focusText();
    await editor.openFile('people.sop');
    await editor.preview.locator('g.node[data-kind="role"]', { hasText: 'VP Customer Success' }).waitFor();
    await editor.preview.locator('g.edge[data-kind="reports"]').first().waitFor({ state: 'attached' });
    await editor.openFile('saas-enterprise.sop');
    await editor.node('frontline.triage').waitFor({ state: 'attached' });
  });
});

const themes = ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light'];
describe.each(themes)('in the theme %s', (theme) => {
  beforeAll(async () => {
    mkdirSync(join(workspace, '.vscode'), { recursive: true });
    writeFileSync(join(workspace, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
    const kind = theme.includes('High Contrast') ? 'high-contrast' : theme.includes('Dark') ? 'dark' : 'light';
    await editor.preview.locator(`body.vscode-${kind}`).waitFor();
  });

  it.each(['Flow', 'Swimlanes', 'Responsibilities', 'Communication'])('axe finds nothing in the view %s', async (view) => {
    await choose('View', view);
    await editor.preview.locator('#stage').waitFor();
    expect(await faults()).toEqual([]);
  });
});

interface Fault {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function faults(): Promise<string[]> {
  const element = await editor.preview.locator('body').elementHandle();
  const frame: Frame | null | undefined = await element?.ownerFrame();
  if (!frame) throw new Error('The preview has no frame.');
  // Through the debugger, which no policy of the page concerns.
  await frame.evaluate(axe);
  const found = await frame.evaluate<{ violations: Fault[] }>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations'] })`,
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}
