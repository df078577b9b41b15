import { readFileSync } from 'node:fs';
import { SemanticTokensDecoder } from 'langium/lsp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-protocol';
import { type Opened, open } from '../workspace-helper.js';

const text = (file: string): string => readFileSync(`examples/${file}.sop`, 'utf8');
let saas: Opened;
beforeAll(async () => {
  saas = await open({ 'saas.sop': text('saas-enterprise'), 'people.sop': text('people') }, 'saas.sop');
});
const lsp = () => saas.sop.lsp;
const document = () => ({ textDocument: { uri: saas.document.uri.toString() } });

describe('semantic tokens', () => {
  it('tells roles, levels, steps, metrics and severities apart where they are named', async () => {
    const provider = lsp().SemanticTokenProvider;
    if (!provider) throw new Error('none');
    const tokens = await provider.semanticHighlight(saas.document, document());
    const decoded = SemanticTokensDecoder.decode(tokens, provider.tokenTypes, saas.document).map(
      (token) => `${token.text} ${token.tokenType}`,
    );
    expect(decoded).toEqual(
      expect.arrayContaining([
        'csm class',
        'frontline struct',
        'triage function',
        'health-score variable',
        'sev1 enum',
        'at-risk macro',
        'sla-breach event',
        'enterprise enumMember',
      ]),
    );
  });
});

describe('outline', () => {
  it('lists parts in the order of the text, steps below their blocks', async () => {
    const symbols = (await lsp().DocumentSymbolProvider?.getSymbols(saas.document, document())) ?? [];
    const names = (of: readonly DocumentSymbol[]): unknown[] =>
      of.map((symbol) => (symbol.children ? [symbol.name, names(symbol.children)] : symbol.name));
    const frontline = symbols.find((symbol) => symbol.name === 'L1 Frontline');
    expect(symbols[0]?.name).toBe('Enterprise customer escalation');
    expect(names(frontline?.children ?? [])).toEqual([
      'Acknowledge the issue',
      'Reproduce and classify the issue',
      [
        'Can the CSM resolve it?',
        ['Yes', 'No, product defect', ['otherwise', ['Ask for diagnostic data', 'Customer sends data']]],
      ],
      'Apply the fix and confirm it',
    ]);
  });
});

describe('outline of an unfinished text', () => {
  it('gives everything a name', async () => {
    const opened = await open('level a { decide "" { "" -> b " " { action "" notify  } otherwise } follow -> c }');
    const symbols = await opened.sop.lsp.DocumentSymbolProvider?.getSymbols(opened.document, document());
    const names = (of: readonly DocumentSymbol[]): string[] => of.flatMap((each) => [each.name, ...names(each.children ?? [])]);
    expect(names(symbols ?? []).filter((name) => name.trim() === '')).toEqual([]);
  });
});

describe('outline of a variant', () => {
  it('says what is overridden and put in', async () => {
    const opened = await open(
      'level a { action x "X" }\nvariant v when segment is smb { override level a { insert after x { action "Y" } } }',
    );
    const symbols = await opened.sop.lsp.DocumentSymbolProvider?.getSymbols(opened.document, document());
    const override = symbols?.[1]?.children?.[0];
    expect([override?.name, override?.children?.[0]?.name]).toEqual(['override level a', 'insert after x']);
  });
});

describe('folding', () => {
  it('folds blocks, regions and comments', async () => {
    const opened = await open('// #region A\nlevel a {\n  owner b\n}\n// #endregion\n\n/* one\ntwo */\n// three\n// four\n');
    const folds = await opened.sop.lsp.FoldingRangeProvider?.getFoldingRanges(opened.document, document());
    expect(folds).toEqual(
      expect.arrayContaining([
        { startLine: 0, endLine: 4, kind: 'region' },
        { startLine: 1, endLine: 2 },
        { startLine: 6, endLine: 7, kind: 'comment' },
        { startLine: 8, endLine: 9, kind: 'comment' },
      ]),
    );
  });
});

describe('links', () => {
  it('leads to imports and pages, without the quotes', async () => {
    const links = await lsp().DocumentLinkProvider?.getDocumentLinks(saas.document, document());
    const targets = links?.map((link) => link.target) ?? [];
    expect(targets.filter((target) => !target?.includes('#L'))).toEqual([
      'file:///work/people.sop',
      'https://example.com/handbook/support',
      'https://example.com/triage',
    ]);
  });
  it('leads from an arrow to its target', async () => {
    const opened = await open('level a { action "x" -> b.y }\nlevel b {\n  action y "Why"\n}');
    expect(await opened.sop.lsp.DocumentLinkProvider?.getDocumentLinks(opened.document, document())).toEqual([
      {
        range: { start: { line: 0, character: 21 }, end: { line: 0, character: 23 } },
        target: 'file:///work/main.sop#L3,10',
        tooltip: "Go to 'Why'",
      },
    ]);
  });
  it('makes no link of what would run something', async () => {
    const opened = await open('role a { see "javascript:alert(1)" }');
    expect(await opened.sop.lsp.DocumentLinkProvider?.getDocumentLinks(opened.document, document())).toEqual([]);
  });
});

describe('inlay hints', () => {
  it('says whose hours count, who is meant, and where a last step goes', async () => {
    const opened = await open(
      'calendar c "Office" { timezone "UTC" open mon to fri 09:00 to 17:00 }\nrole r "Agent" { calendar c }\nlevel a {\n  owner r\n  resolve within 8 business hours\n  decide "Q?" { "Yes" { action "X" } }\n  action "Y" -> done\n}\nresolution done {}',
    );
    const hints = await opened.sop.lsp.InlayHintProvider?.getInlayHints(opened.document, {
      ...document(),
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    });
    expect(hints?.map((hint) => `${hint.position.line}: ${hint.label}`)).toEqual([
      '4: (Office)',
      '5: by Agent',
      '5: by Agent',
      '5: → Y',
      '6: by Agent',
    ]);
  });
});

describe('code lenses', () => {
  it('sums up levels, triggers and roles', async () => {
    const lenses = await lsp().CodeLensProvider?.provideCodeLens(saas.document, document());
    const titles = lenses?.map((lens) => lens.command?.title) ?? [];
    expect(titles).toContain('Show path');
    expect(titles.some((title) => title?.startsWith('Customer Success Manager · At worst '))).toBe(true);
  });
});
