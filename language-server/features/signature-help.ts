/** Signature help inside a step or property: what may follow, in order, with the part being written marked. */
import type { LangiumDocument } from 'langium';
import type { SignatureHelpProvider } from 'langium/lsp';
import type { SignatureHelp, SignatureHelpOptions, SignatureHelpParams } from 'vscode-languageserver-protocol';
import type { SopServices } from '../sop-module.js';
import { readCursor } from './completion/cursor.js';
import { keywordHelp } from './keyword-help.js';

interface Shape {
  /** The parts in order; each begins with the word that introduces it. */
  readonly parts: readonly string[];
}

const modifiers = ['by role', 'within duration', 'every duration', 'when condition', '-> target', '{ note, see, check }'];
const shapes = new Map<string, Shape>([
  ['action', { parts: ['action', 'name?', '"Do this"', ...modifiers] }],
  ['notify', { parts: ['notify', 'role, role', '"What"?', 'as name', 'via channel', 'using template', ...modifiers] }],
  [
    'page',
    {
      parts: [
        'page',
        'role, role',
        '"Why"?',
        'as name',
        'for duration',
        'then role for duration',
        'repeat times',
        'via channel',
        'when condition',
        '-> target',
      ],
    },
  ],
  [
    'decide',
    {
      parts: [
        'decide',
        'name?',
        '"Question?"',
        'by role',
        'within duration',
        'when condition',
        '{ "Answer" when condition -> target  otherwise -> target }',
      ],
    },
  ],
  [
    'approve',
    {
      parts: [
        'approve',
        'name?',
        '"What"',
        'of amount',
        'by role',
        'within duration',
        'when condition',
        '{ approved -> target  rejected -> target }',
      ],
    },
  ],
  [
    'wait',
    { parts: ['wait', 'name?', '"For what"', 'up to duration', 'else -> target', 'by role', 'when condition', '-> target'] },
  ],
  ['parallel', { parts: ['parallel', 'name?', '"Why"?', 'when condition', '{ lane "Title" { steps } }', '-> target'] }],
  [
    'handoff',
    {
      parts: [
        'handoff',
        'name?',
        '"When"',
        'by role',
        'to role, role',
        'at time in calendar',
        'when condition',
        '-> target',
        '{ check "…" }',
      ],
    },
  ],
  ['assign', { parts: ['assign', 'role', 'to role', 'when condition'] }],
  ['follow', { parts: ['follow', 'procedure', 'when condition', '-> target'] }],
  ['escalate', { parts: ['escalate', 'after duration | unless acknowledged within duration | when condition', '-> target'] }],
  ['deescalate', { parts: ['deescalate', 'when condition', '-> target'] }],
  [
    'update',
    { parts: ['update', 'role, role', 'every duration | 3 times per week | once within duration', 'via channel', 'by role'] },
  ],
  ['warn', { parts: ['warn', 'role, role', 'at 75%', 'of resolve', 'via channel'] }],
  ['reopen', { parts: ['reopen', 'within duration', 'when condition', '-> target'] }],
  ['review', { parts: ['review', 'every duration', 'last date'] }],
  ['approved', { parts: ['approved', 'by role, role', 'on date'] }],
]);

export class SopSignatureHelp implements SignatureHelpProvider {
  readonly signatureHelpOptions: SignatureHelpOptions = { triggerCharacters: [' '], retriggerCharacters: [' '] };
  readonly #services: SopServices;

  constructor(services: SopServices) {
    this.#services = services;
  }

  provideSignatureHelp(document: LangiumDocument, params: SignatureHelpParams): SignatureHelp | undefined {
    const offset = document.textDocument.offsetAt(params.position);
    const cursor = readCursor(document.textDocument.getText(), offset, this.#services.parser.Lexer, this.#services.Grammar);
    const first = cursor?.statement[0]?.image;
    const shape = first === undefined ? undefined : shapes.get(first);
    if (!cursor || !shape || first === undefined || cursor.onNewLine) return undefined;
    const words = cursor.statement.map((token) => token.image);
    const meaning = keywordHelp(first)?.meaning;
    return {
      activeSignature: 0,
      activeParameter: activePart(shape.parts, words, cursor.word.text),
      signatures: [
        {
          label: shape.parts.join('  '),
          ...(meaning && { documentation: meaning }),
          parameters: shape.parts.map((label) => ({ label })),
        },
      ],
    };
  }
}

/** The part whose word stands last before the cursor; before any of them, the text or names at the start. */
function activePart(parts: readonly string[], words: readonly string[], begun: string): number {
  const opener = (part: string): string => part.split(/[\s"]/)[0] ?? '';
  for (let i = words.length - 1; i > 0; i--) {
    const index = parts.findIndex((part, at) => at > 0 && opener(part) === words[i]);
    if (index > 0) return index;
  }
  const hasText = words.some((word) => word.startsWith('"'));
  const text = parts.findIndex((part) => part.startsWith('"'));
  if (hasText && text > 0) return Math.min(text + 1, parts.length - 1);
  return words.length === 1 && !begun.startsWith('"') ? 1 : Math.max(1, text);
}
