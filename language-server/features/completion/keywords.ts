/** Words of the language that fit at the cursor: those that a metric's type allows, what is still missing first. */
import type { AstNode } from 'langium';
import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver-protocol';
import type { Metric } from '../../generated/ast.js';
import { keywordHelp, keywordMarkdown } from '../keyword-help.js';
import type { Cursor } from './cursor.js';
import { snippetsFor } from './snippets.js';

export interface KeywordPlace {
  readonly cursor: Cursor;
  /** The element whose block the cursor is in. */
  readonly around: AstNode;
  /** What is compared, where a comparison is due. */
  readonly subject: AstNode | 'severity' | undefined;
}

/** The word and its whole snippets; nothing where it would make no sense. */
export function keywordItems(keyword: string, place: KeywordPlace): CompletionItem[] {
  const { cursor } = place;
  if (isSign(keyword) || !fitsSubject(keyword, place) || isOnlyOnce(keyword, place)) return [];
  const begins = cursor.starters.has(keyword);
  // Nobody begins a declaration behind another one on its line.
  const before = cursor.statement.at(-1)?.image ?? '';
  if (begins && isAtTop(cursor) && before !== '' && !cursor.onNewLine && !firstWords.has(before)) return [];
  const help = keywordHelp(keyword);
  const markdown = keywordMarkdown(keyword);
  // On a new line a new statement is likely; on the same line what the statement may still carry.
  const rank = cursor.statement.length === 0 ? '1' : begins === cursor.onNewLine ? '2' : '5';
  const sortText = `${rank}${placeInOrder(keyword)}${keyword}`;
  const item: CompletionItem = {
    label: keyword,
    kind: /^[a-z]/.test(keyword) ? CompletionItemKind.Keyword : CompletionItemKind.Operator,
    sortText,
    ...(help && { detail: help.meaning }),
    ...(markdown && { documentation: { kind: MarkupKind.Markdown, value: markdown } }),
  };
  const declares = declarationWords.has(keyword) && !isAtTop(cursor);
  if (!begins || declares || cursor.statement[0]?.image === 'override') return [item];
  return [
    item,
    ...snippetsFor(keyword).map(
      (snippet): CompletionItem => ({
        label: snippet.label,
        kind: CompletionItemKind.Snippet,
        filterText: keyword,
        sortText: `${sortText}~`,
        insertText: snippet.body,
        insertTextFormat: InsertTextFormat.Snippet,
        ...(help && { detail: help.meaning }),
      }),
    ),
  ];
}

/** Signs that nobody needs a list for. */
export function isSign(keyword: string): boolean {
  return /^[{}(),.%]$/.test(keyword) || keyword === '-';
}

/** At the top of a file or of a variant, where declarations stand. */
function isAtTop(cursor: Cursor): boolean {
  const inner = cursor.blocks.at(-1);
  return inner === undefined || inner[0]?.image === 'variant';
}

/** Behind these the word that says what is declared has to come. */
const firstWords = new Set(['override', 'external', 'internal']);

const declarationWords = new Set(
  'team role channel template calendar source metric severity threshold trigger level resolution closure deadline variant'.split(
    ' ',
  ),
);

// --------------------------------------------------------------------------------------- what the metric's type allows

const orders = new Set(['<', '<=', '>', '>=', 'between', 'drops', 'rises']);
const choosing = new Set(['is', 'in', 'not', 'at', 'least', 'most']);

function fitsSubject(keyword: string, { cursor, subject }: KeywordPlace): boolean {
  const last = cursor.statement.at(-1)?.image;
  const before = cursor.statement.at(-2)?.image;
  // `at` could be a name, too; but nobody means it.
  if (last === 'at' && before === 'is') return keyword === 'least' || keyword === 'most';
  if (last === 'is' && keyword === 'at') return subject === undefined || isOrdered(subject);
  if (!orders.has(keyword) && !choosing.has(keyword) && keyword !== 'business') return true;
  if (subject === undefined) return true;
  if (subject === 'severity') return !orders.has(keyword);
  if (subject.$type === 'Threshold') return !orders.has(keyword) && keyword !== 'is' && keyword !== 'in';
  const type = (subject as Metric).type?.$type;
  if (keyword === 'business')
    return type === 'DurationType' || !cursor.statement.slice(-3).some(({ image }) => orders.has(image));
  if (type === 'ChoiceType') return !orders.has(keyword);
  if (type === 'FlagType') return !orders.has(keyword) && keyword !== 'is' && keyword !== 'in';
  return keyword !== 'is' && keyword !== 'in';
}

function isOrdered(subject: AstNode | 'severity'): boolean {
  if (subject === 'severity') return true;
  const type = (subject as Metric).type;
  return type?.$type === 'ChoiceType' && type.ordered === true;
}

// --------------------------------------------------------------------------------------------- what stands there already

const once: ReadonlyMap<string, readonly string[]> = new Map([
  ['Header', ['version', 'status', 'owner', 'review', 'applies']],
  ['Level', ['owner', 'beside', 'acknowledge', 'respond', 'reply', 'diagnose', 'workaround', 'resolve']],
  ['Role', ['team', 'calendar', 'reports', 'one']],
  ['Team', ['calendar']],
  ['Calendar', ['timezone']],
  ['Template', ['subject', 'body']],
  ['Trigger', ['when', 'severity', 'cooldown', '->']],
  ['Severity', ['when']],
  ['Deadline', ['when', 'of']],
]);

function isOnlyOnce(keyword: string, { cursor, around }: KeywordPlace): boolean {
  if (!cursor.starters.has(keyword) || !once.get(around.$type)?.includes(keyword)) return false;
  if (cursor.statement.length > 0 && !cursor.onNewLine) return false;
  const parts: unknown = Reflect.get(around, around.$type === 'Level' || around.$type === 'Trigger' ? 'items' : 'properties');
  if (!Array.isArray(parts)) return false;
  return parts.some((part: AstNode) => {
    const cst = part.$cstNode;
    // The one that is being written is no other.
    const here = cst && cst.offset <= cursor.offset && cursor.offset <= cst.end;
    return cst && !here && new RegExp(`^${keyword}(?![\\w-])`).test(cst.text);
  });
}

// --------------------------------------------------------------------------------------------------- the usual order

/** As people write them; whatever is not here comes after, by the alphabet. */
const usual: readonly string[] = [
  ...'is in < <= > >= between drops rises by within via using'.split(' '),
  ...'import sop version status draft active retired owner approved applies goal review'.split(' '),
  ...'role external internal team severity threshold trigger level resolution closure'.split(' '),
  ...'when -> for handles acknowledge respond diagnose workaround resolve reply update escalate'.split(' '),
  ...'action notify decide wait page approve parallel handoff assign follow every'.split(' '),
  ...'mon tue wed thu fri sat sun'.split(' '),
  ...'timezone open closed duration percent money count score flag one ordered require reopen'.split(' '),
];

function placeInOrder(keyword: string): string {
  const index = usual.indexOf(keyword);
  return String(index < 0 ? 99 : Math.min(index, 98)).padStart(2, '0');
}
