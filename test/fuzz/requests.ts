/** The requests that an editor sends, at random places, and what any answer to them must hold. */
import type { Random } from './random.js';

export interface Place {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

export interface Request {
  readonly method: string;
  readonly params: object;
}

/** A request about the file at a place. */
export function randomRequest(place: Place, random: Random): Request {
  const textDocument = { uri: place.uri };
  const at = { textDocument, position: place.position };
  const end = { line: place.position.line + random.below(30), character: random.below(20) };
  const range = { start: place.position, end };
  const all = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
  const options = { tabSize: 2, insertSpaces: true };
  const made: readonly Request[] = [
    { method: 'textDocument/completion', params: at },
    { method: 'textDocument/completion', params: { ...at, context: { triggerKind: 2, triggerCharacter: ' ' } } },
    { method: 'textDocument/hover', params: at },
    { method: 'textDocument/signatureHelp', params: at },
    { method: 'textDocument/definition', params: at },
    { method: 'textDocument/implementation', params: at },
    { method: 'textDocument/references', params: { ...at, context: { includeDeclaration: random.chance(0.5) } } },
    { method: 'textDocument/documentHighlight', params: at },
    { method: 'textDocument/prepareRename', params: at },
    { method: 'textDocument/rename', params: { ...at, newName: random.pick(['new-name', 'csm', '7', '', 'level']) } },
    { method: 'textDocument/linkedEditingRange', params: at },
    { method: 'textDocument/documentSymbol', params: { textDocument } },
    { method: 'textDocument/documentLink', params: { textDocument } },
    { method: 'textDocument/foldingRange', params: { textDocument } },
    { method: 'textDocument/selectionRange', params: { textDocument, positions: [place.position, end] } },
    { method: 'textDocument/semanticTokens/full', params: { textDocument } },
    { method: 'textDocument/semanticTokens/range', params: { textDocument, range } },
    { method: 'textDocument/inlayHint', params: { textDocument, range: random.chance(0.5) ? all : range } },
    { method: 'textDocument/codeLens', params: { textDocument } },
    { method: 'textDocument/codeAction', params: { textDocument, range, context: { diagnostics: [] } } },
    { method: 'textDocument/codeAction', params: { textDocument, range, context: { diagnostics: [], only: ['source'] } } },
    { method: 'textDocument/formatting', params: { textDocument, options } },
    { method: 'textDocument/rangeFormatting', params: { textDocument, range, options } },
    { method: 'textDocument/onTypeFormatting', params: { ...at, ch: random.pick(['\n', '}']), options } },
    { method: 'textDocument/prepareCallHierarchy', params: at },
    { method: 'textDocument/prepareTypeHierarchy', params: at },
    { method: 'workspace/symbol', params: { query: random.pick(['', 'csm', 'esc', '"', 'zzz']) } },
    { method: 'sop/procedure', params: { uri: place.uri } },
    { method: 'sop/procedure', params: { uri: place.uri, variant: random.pick(['smb', 'nothing']) } },
  ];
  return random.pick(made);
}

/** What is wrong with an answer, whatever text it was given for; null where nothing is. */
export function faultOf(answer: unknown): string | null {
  return faultIn(answer, '');
}

function faultIn(value: unknown, path: string): string | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return `${path} is no number`;
  if (typeof value !== 'object' || value === null) return null;
  if (isRange(value) && after(value.start, value.end)) return `${path} ends before it starts: ${JSON.stringify(value)}`;
  if ('selectionRange' in value && 'range' in value && isRange(value.selectionRange) && isRange(value.range)) {
    const { range, selectionRange } = value;
    if (after(range.start, selectionRange.start) || after(selectionRange.end, range.end))
      return `${path} has a selection outside of its range: ${JSON.stringify({ range, selectionRange })}`;
  }
  if ('selectionRange' in value && 'name' in value && value.name === '') return `${path} has an empty name`;
  for (const [key, each] of Object.entries(value)) {
    const fault = faultIn(each, `${path}/${key}`);
    if (fault) return fault;
  }
  return null;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

function isRange(value: unknown): value is { start: Position; end: Position } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'start' in value &&
    'end' in value &&
    isPosition(value.start) &&
    isPosition(value.end)
  );
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}

function after(a: Position, b: Position): boolean {
  return a.line > b.line || (a.line === b.line && a.character > b.character);
}
