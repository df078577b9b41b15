import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CodeAction, CompletionList, DocumentSymbol, Hover, TextEdit } from 'vscode-languageserver-types';
import { fileUri } from '../workspace-helper.js';
import { Client } from './client.js';

let client: Client;
beforeEach(() => {
  client = new Client();
});
afterEach(() => client.stop());

const at = (uri: string, line: number, character: number) => ({ textDocument: { uri }, position: { line, character } });
const options = { tabSize: 2, insertSpaces: true };

describe('documents of any kind', () => {
  it('are served without a file: untitled, and of a scheme nobody knows', async () => {
    await client.start();
    for (const uri of ['untitled:Untitled-1', 'vsls:/shared/a.sop', 'oct:/session/a.sop']) {
      await client.open(uri, 'role csm "Success"\nlevel a { owner csm  action "x" by  }');
      const hover = await client.ask<Hover>('textDocument/hover', at(uri, 1, 17));
      expect(JSON.stringify(hover.contents)).toContain('Success');
      const list = await client.ask<CompletionList>('textDocument/completion', at(uri, 1, 35));
      expect(list.items.map(({ label }) => label)).toContain('csm');
      await client.until(() => client.findings.some((each) => each.uri === uri));
    }
  });

  it('keep a byte order mark and Windows line ends', async () => {
    await client.start();
    const uri = fileUri('main.sop').toString();
    await client.open('main.sop', '\uFEFFrole   a\r\n\r\n\r\nlevel b {\r\nowner a\r\n}\r\n');
    const edits = await client.ask<TextEdit[]>('textDocument/formatting', { textDocument: { uri }, options });
    expect(edits.map(({ range, newText }) => [range.start.line, range.start.character, newText])).toEqual([
      [0, 5, ' '],
      [0, 9, '\r\n\r\n'],
      [3, 9, '\r\n  '],
    ]);
    const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(symbols.map(({ name, selectionRange }) => [name, selectionRange.start.line])).toEqual([
      ['a', 0],
      ['b', 3],
    ]);
  });

  it('of the standard library can be read, but not changed', async () => {
    await client.start();
    await client.open('main.sop', 'trigger t { when health-score < 3 }');
    const [link] = await client.ask<{ targetUri: string }[]>(
      'textDocument/definition',
      at(fileUri('main.sop').toString(), 0, 20),
    );
    const uri = link?.targetUri ?? '';
    const text = await client.ask<string>('sop/library', { uri });
    await client.open(uri, text);
    const lines = text.split('\n');
    const line = lines.findIndex((each) => each.includes('metric health-score'));
    const place = at(uri, line, (lines[line] ?? '').indexOf('health-score') + 2);
    expect(JSON.stringify((await client.ask<Hover>('textDocument/hover', place)).contents)).toContain('Health score');
    await expect(client.ask('textDocument/rename', { ...place, newName: 'other' })).rejects.toThrow('standard library');
    const range = { start: place.position, end: place.position };
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    expect(actions).toEqual([]);
    expect(client.diagnostics.get(uri) ?? []).toEqual([]);
  });

  it('in two roots are found in both', async () => {
    await client.start({ 'one/a.sop': 'role anna', 'two/b.sop': 'role ben' }, ['one', 'two']);
    await vi.waitFor(
      async () => {
        const symbols = await client.ask<{ name: string }[]>('workspace/symbol', { query: '' });
        expect(symbols.map(({ name }) => name).sort()).toEqual(['anna', 'ben']);
      },
      { timeout: 4000 },
    );
  });
});
