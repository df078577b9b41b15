import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { Editor, launchBrowser, newWorkspace } from './editor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe('<sop-diagram>', () => {
  let server: Server;
  let address: string;
  const hostile = 'role a "<img src=x onerror=document.title=1>"\nsop s "</script><script>document.title=2</script>" { owner a }';

  beforeAll(async () => {
    server = createServer((request, response) => {
      const name = (request.url ?? '/').slice(1);
      if (name === '' || name === 'inline') {
        const element =
          name === '' ? '<sop-diagram src="saas-enterprise.sop" view="swimlanes"></sop-diagram>' : '<sop-diagram></sop-diagram>';
        response.setHeader('Content-Type', 'text/html');
        response.setHeader(
          'Content-Security-Policy',
          "default-src 'none'; script-src 'self'; connect-src 'self'; font-src 'self'",
        );
        response.end(`<!doctype html><title>Handbook</title><body>${element}<script src="sop-diagram.js"></script>`);
        return;
      }
      try {
        response.end(readFileSync(join(root, name.endsWith('.sop') ? 'examples' : 'dist', name)));
      } catch {
        response.statusCode = 404;
        response.end();
      }
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port }: Pick<AddressInfo, 'port'> = Object(server.address());
    address = `http://127.0.0.1:${port}`;
  });
  afterAll(() => {
    server.close();
  });

  async function open(path: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(`${address}/${path}`);
    return page;
  }

  it('shows a file of the web server with what it imports, in the view asked for', async () => {
    const page = await open('');
    await page.locator('g.node[data-id="lane:csm"]').waitFor({ state: 'attached', timeout: 30_000 });
    expect(await page.locator('g.node[data-id="frontline.triage"]').textContent()).toContain('Customer Success Manager');
    await page.locator('sop-diagram').evaluate((element) => element.setAttribute('view', 'flow'));
    await page.locator('g.node[data-id="frontline"]').waitFor();
    await page.close();
  });

  it('says so where the file cannot be fetched', async () => {
    const page = await open('');
    await page.locator('sop-diagram').evaluate((element) => element.setAttribute('src', 'nowhere.sop'));
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(/^The procedure cannot be shown: .*nowhere\.sop answers 404\.$/);
    await page.close();
  });

  it('shows its own text, in which markup is text', async () => {
    const page = await open('inline');
    await page.locator('sop-diagram').evaluate((element, text) => {
      element.textContent = text;
      element.setAttribute('view', 'flow');
    }, `${hostile}\nlevel one "One" { owner a action "Call" by a }`);
    await page.locator('sop-diagram .node', { hasText: '<img src=x' }).first().waitFor();
    expect(await page.title()).toBe('Handbook');
    await page.close();
  });
});

it('draws a sop block in the Markdown preview of the editor', async () => {
  const text = 'sop s "Block" { owner a }\nrole a "Agent"\nlevel one "Level one" { owner a action "Call" by a }';
  const workspace = newWorkspace(inject('workspaces'), { 'handbook.md': `# Handbook\n\n\`\`\`sop\n${text}\n\`\`\`\n` });
  const editor = await Editor.open(browser, `${inject('editor')}?folder=${workspace}`);
  await editor.openFile('handbook.md');
  await editor.command('Markdown: Open Preview to the Side');
  const figure = editor.preview.locator('figure.sop-diagram[aria-label="Block"] svg');
  await figure.waitFor({ timeout: 60_000 });
  expect(await figure.textContent()).toContain('Level one');
  const box = editor.preview.locator('figure.sop-diagram .box').first();
  expect(await box.evaluate((path) => getComputedStyle(path).stroke)).not.toBe('none');
  await editor.page.close();
});
