import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Editor, launchBrowser, newWorkspace } from './editor.js';

/** Clean but for two things: the level has no owner, and the resolution asks for nothing. */
const faulty = `sop refunds "Refunds" {
  version "1.0"
  owner lead
  review every 12 months last 2026-11-02
}
role lead "Team lead" { backup boss }
role boss "Head of Support"
external channel email "Email"
template answer "Answer" { subject "Your refund"  body "Hi {customer}, {update}" }

trigger asked "Refund asked" { when credit-amount > 1k USD  example "A year is wanted back" -> desk }

level desk "Refund desk" {
  resolve within 2 days
  notify customer "We look into it" by lead via email using answer within 1 day
  action "Decide" by lead within 1 day -> done
}
resolution done "Settled" { -> over }
closure over "Over" { action "Learn" by lead within 1 week }
`;

let browser: Browser;
let editor: Editor;

beforeAll(async () => {
  browser = await launchBrowser();
  const workspace = newWorkspace(inject('workspaces'), { 'refunds.sop': faulty });
  editor = await Editor.open(browser, `${inject('editor')}?folder=${workspace}`);
  await editor.openFile('refunds.sop');
  await editor.openPreview();
});
afterAll(async () => {
  await browser.close();
});

it('underlines what breaks a rule, and marks it in the picture', async () => {
  await editor.page.locator('.squiggly-error').first().waitFor();
  await editor.preview.locator('g.layer-badge [data-id="desk"]').waitFor();
  await editor.preview.locator('g.layer-badge [data-id="done"]').waitFor();
});

it('counts it in SOP Health, with the next review', async () => {
  const { page } = editor;
  await page.locator('.pane-header', { hasText: 'SOP Health' }).click();
  await page.locator('.pane .monaco-list-row', { hasText: '2 findings · review due 2027-' }).waitFor();
});

it('mends it by a quick fix, and the marks go', async () => {
  const { page } = editor;
  await editor.goTo(13, 8);
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row', { hasText: 'owner' }).first().click();
  await expect.poll(() => page.locator('.view-lines', { hasText: 'owner' }).count()).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await editor.preview.locator('g.layer-badge [data-id="desk"]').waitFor({ state: 'detached' });
  await editor.preview.locator('g.layer-badge [data-id="done"]').waitFor();
  await expect.poll(() => page.locator('.squiggly-error').count()).toBe(1);
  await page.locator('.pane .monaco-list-row', { hasText: '1 finding' }).waitFor();
});
