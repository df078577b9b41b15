import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Opened, open } from '../workspace-helper.js';

const people = { 'people.sop': readFileSync('examples/people.sop', 'utf8') };

async function at(marked: string, more: Record<string, string> = {}) {
  const opened: Opened = await open({ 'main.sop': marked.replace('<|>', ''), ...more }, 'main.sop');
  const params = {
    textDocument: { uri: opened.document.uri.toString() },
    position: opened.document.textDocument.positionAt(marked.indexOf('<|>')),
  };
  return { opened, params, lsp: opened.sop.lsp };
}

describe('definition', () => {
  it('leads to names, also in imported files and the standard library', async () => {
    const own = await at('role csm\nlevel a { owner cs<|>m }');
    expect(await own.lsp.DefinitionProvider?.getDefinition(own.opened.document, own.params)).toMatchObject([
      { targetUri: 'file:///work/main.sop', targetSelectionRange: { start: { line: 0, character: 5 } } },
    ]);
    const imported = await at('import "./people.sop"\nlevel a { owner cs<|>m }', people);
    expect(await imported.lsp.DefinitionProvider?.getDefinition(imported.opened.document, imported.params)).toMatchObject([
      { targetUri: 'file:///work/people.sop' },
    ]);
    const standard = await at('trigger t { when health-s<|>core < 3 }');
    expect(
      (await standard.lsp.DefinitionProvider?.getDefinition(standard.opened.document, standard.params))?.[0]?.targetUri,
    ).toMatch(/^sop-library:/);
  });
  it('opens the imported file', async () => {
    const path = await at('import "./peo<|>ple.sop"', people);
    expect(await path.lsp.DefinitionProvider?.getDefinition(path.opened.document, path.params)).toMatchObject([
      { targetUri: 'file:///work/people.sop' },
    ]);
  });
});

describe('implementation', () => {
  it('leads from a role that is one of others to these', async () => {
    const { lsp, opened, params } = await at('role a role b role d<|>ri { one of a, b }');
    const links = await lsp.ImplementationProvider?.getImplementation(opened.document, params);
    expect(links?.map((link) => link.targetSelectionRange.start.character)).toEqual([5, 12]);
  });
});

describe('call hierarchy', () => {
  const flow =
    'trigger t "T" { when data-breach -> a }\nlevel <|>a "A" { action "x" escalate after 1 h -> b action "y" -> b }\nlevel b "B" { action "z" }';
  it('says who leads to a level and where it leads', async () => {
    const { lsp, opened, params } = await at(flow);
    const [item] = (await lsp.CallHierarchyProvider?.prepareCallHierarchy(opened.document, params)) ?? [];
    expect(item?.name).toBe('A');
    if (!item) return;
    const incoming = await lsp.CallHierarchyProvider?.incomingCalls({ item });
    expect(incoming?.map((call) => call.from.name)).toEqual(['T']);
    const outgoing = await lsp.CallHierarchyProvider?.outgoingCalls({ item });
    expect(outgoing?.map((call) => [call.to.name, call.fromRanges.length])).toEqual([['B', 2]]);
  });
});

describe('type hierarchy', () => {
  it('follows who reports to whom', async () => {
    const { lsp, opened, params } = await at(
      'role boss "Boss"\nrole l<|>ead "Lead" { reports to boss }\nrole agent "Agent" { reports to lead }',
    );
    const [item] = (await lsp.TypeHierarchyProvider?.prepareTypeHierarchy(opened.document, params)) ?? [];
    if (!item) throw new Error('no item');
    expect((await lsp.TypeHierarchyProvider?.supertypes({ item }))?.map((each) => each.name)).toEqual(['Boss']);
    expect((await lsp.TypeHierarchyProvider?.subtypes({ item }))?.map((each) => each.name)).toEqual(['Agent']);
  });
});

describe('workspace symbols', () => {
  it('finds names and titles', async () => {
    const { opened } = await at('<|>role csm "Success"\nlevel a "Frontline" { action triage "Classify" }');
    const symbols = await opened.shared.lsp.WorkspaceSymbolProvider?.getSymbols({ query: 'front' });
    expect(symbols?.map((symbol) => symbol.name)).toEqual(['a — Frontline']);
    expect((await opened.shared.lsp.WorkspaceSymbolProvider?.getSymbols({ query: 'triage' }))?.length).toBe(1);
  });
});

describe('signature help', () => {
  it('marks the part that is being written', async () => {
    const { lsp, opened, params } = await at('level a { notify customer "Hello" via <|> }');
    const help = await lsp.SignatureHelp?.provideSignatureHelp(opened.document, params);
    expect(help?.signatures[0]?.parameters?.[help.activeParameter ?? 0]?.label).toBe('via channel');
  });
  it('begins with what comes first', async () => {
    const { lsp, opened, params } = await at('level a { action <|> }');
    const help = await lsp.SignatureHelp?.provideSignatureHelp(opened.document, params);
    expect(help?.signatures[0]?.parameters?.[help.activeParameter ?? 0]?.label).toBe('name?');
  });
});
