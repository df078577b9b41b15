/** A window of VS Code in Chromium, as a person uses it. Waits are for what is seen, never for time. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { root } from '../../scripts/install.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
];

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
}

/** A folder with a copy of the examples, or with the files given. */
export function newWorkspace(parent: string, files: Readonly<Record<string, string>> | 'examples'): string {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'workspace-'));
  if (files === 'examples') cpSync(join(root, 'examples'), folder, { recursive: true });
  else {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  }
  return folder;
}

export class Editor {
  readonly page: Page;
  /** What the page's security policy refused. */
  readonly refused: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      const text = message.text();
      // Only our page's: the editor's own pages have policies of their own.
      if (
        /Content Security Policy|Refused to/.test(text) &&
        /webview|vscode-resource|fake\.html/.test(text + message.location().url)
      ) {
        this.refused.push(text);
      }
    });
  }

  static async open(browser: Browser, address: string, size = { width: 1500, height: 950 }): Promise<Editor> {
    const page = await browser.newPage({ viewport: size });
    const editor = new Editor(page);
    await page.goto(address);
    await page.waitForSelector('.monaco-workbench');
    return editor;
  }

  async openFile(name: string): Promise<void> {
    const row = this.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`);
    await row.waitFor({ timeout: 60_000 });
    await row.dblclick();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor();
    await this.page.waitForSelector('.editor-instance .view-line');
  }

  async command(title: string): Promise<void> {
    const { page } = this;
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget input[type="text"]').first();
    await input.fill(`>${title}`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await page.keyboard.press('Enter');
  }

  async goTo(line: number, column: number): Promise<void> {
    const { page } = this;
    await page.keyboard.press('Control+g');
    const input = page.locator('.quick-input-widget input[type="text"]').first();
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
  }

  /** Opens the preview beside the text and waits for its picture. */
  async openPreview(): Promise<FrameLocator> {
    // On a slow machine the editor learns late that this is one of our files; until then it has no such command.
    await this.page.locator('#status\\.editor\\.mode', { hasText: 'Escalation SOP' }).waitFor({ timeout: 60_000 });
    await this.command('SOP: Open Preview to the Side');
    await this.preview.locator('#stage').waitFor({ timeout: 60_000 });
    return this.preview;
  }

  get preview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** A box or band of the picture. */
  node(id: string): Locator {
    return this.preview.locator(`#diagram g.node[data-id="${id}"]`);
  }

  /** By its input, not by a click: a link above an empty file would be hit. */
  async focusText(): Promise<void> {
    await this.page.locator('.editor-instance .native-edit-context, .editor-instance textarea.inputarea').first().focus();
  }

  /** What the editor tells about the word at the cursor. */
  async hover(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.press('Control+i');
  }

  /** Line and column as the status bar tells them. */
  async position(): Promise<string> {
    return (await this.page.locator('#status\\.editor\\.selection').textContent()) ?? '';
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
