/**
 * `sop.config.json`: `{ "rules": { "time/budget": "warning" } }`. One reader for the editor and the command line; what is
 * wrong in the file itself is found with its place.
 */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { nearestName } from '../../flow/nearest-name.js';
import type { Range } from '../../flow/procedure.js';
import { configCodes, type Finding, foundationCodes } from './finding.js';
import type { RuleLevel } from './rule.js';

export const configFileName = 'sop.config.json';

/** What a rule's level may be set to. */
export const settableLevels = ['error', 'warning', 'info', 'hint', 'off'] as const;
export type SettableLevel = RuleLevel | 'off';
export type RuleLevels = ReadonlyMap<string, SettableLevel>;

export interface RuleConfig {
  readonly levels: RuleLevels;
  readonly problems: readonly Finding[];
}

/** Keys that may stand at the top of the file. */
const knownKeys = ['rules', '$schema'];

/** Reads the text of a `sop.config.json`; what it cannot use is left out and told among the problems. */
export function readRuleConfig(uri: string, text: string, ruleIds: readonly string[]): RuleConfig {
  const problems: Finding[] = [];
  const levels = new Map<string, SettableLevel>();
  const problem = (code: (typeof configCodes)[number], message: string, offset: number, length: number) => {
    problems.push({ uri, code, level: 'error', message, range: rangeAt(text, offset, length), related: [] });
  };
  const errors: ParseError[] = [];
  const content = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const root = parseTree(content, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (first) problem('config/json', brokenJson(printParseErrorCode(first.error)), first.offset, Math.max(1, first.length));
  if (!root) {
    if (!first) problem('config/json', `${configFileName} is empty. It needs at least {}.`, 0, 1);
    return { levels, problems };
  }
  if (root.type !== 'object') {
    if (!first) problem('config/json', `${configFileName} must hold an object, such as ${example}.`, root.offset, root.length);
    return { levels, problems };
  }
  for (const { key, keyNode } of entriesOf(root)) {
    if (knownKeys.includes(key)) continue;
    problem('config/unknown', `There is no setting '${key}'.${didYouMean(key, knownKeys)}`, keyNode.offset, keyNode.length);
  }
  const rules = findNodeAtLocation(root, ['rules']);
  if (rules && rules.type !== 'object' && !first) {
    problem('config/json', `'rules' must hold an object, such as ${example}.`, rules.offset, rules.length);
  }
  for (const { key, keyNode, value } of rules ? entriesOf(rules) : []) {
    if (!ruleIds.includes(key)) {
      problem('config/unknown', unknownRule(key, ruleIds), keyNode.offset, keyNode.length);
    } else if (value) {
      const level = settableLevels.find((known) => known === value.value);
      if (level) levels.set(key, level);
      else problem('config/level', wrongLevel(key, value.value), value.offset, value.length);
    }
  }
  return { levels, problems };
}

/** "There is no rule 'time/bugdet'. Did you mean 'time/budget'?" */
export function unknownRule(id: string, ruleIds: readonly string[]): string {
  const fixed: readonly string[] = [...foundationCodes, ...configCodes];
  if (fixed.includes(id)) return `'${id}' is no rule: it is always an error and has to be mended.`;
  return `There is no rule '${id}'.${didYouMean(id, ruleIds)}`;
}

/** The levels of a settings object such as `sop.rules`; what it cannot use is left out. */
export function ruleLevelsOf(settings: unknown, ruleIds: readonly string[]): RuleLevels {
  const levels = new Map<string, SettableLevel>();
  if (typeof settings !== 'object' || settings === null) return levels;
  for (const [id, value] of Object.entries(settings)) {
    const level = settableLevels.find((known) => known === value);
    if (level && ruleIds.includes(id)) levels.set(id, level);
  }
  return levels;
}

const example = '{ "rules": { "time/budget": "warning" } }';

function didYouMean(written: string, known: readonly string[]): string {
  const nearest = nearestName(written, known);
  return nearest === null ? '' : ` Did you mean '${nearest}'?`;
}

function wrongLevel(id: string, value: unknown): string {
  const near = typeof value === 'string' ? didYouMean(value, settableLevels) : '';
  return `The level of '${id}' must be "error", "warning", "info", "hint" or "off".${near}`;
}

function brokenJson(error: string): string {
  const reasons: Record<string, string> = {
    InvalidSymbol: 'this is no JSON value; texts stand in double quotes.',
    InvalidNumberFormat: 'this is no number.',
    PropertyNameExpected: 'here a name in double quotes is due.',
    ValueExpected: 'here a value is due.',
    ColonExpected: 'here a colon is due.',
    CommaExpected: 'here a comma is due.',
    CloseBraceExpected: 'a closing brace } is missing.',
    CloseBracketExpected: 'a closing bracket ] is missing.',
    EndOfFileExpected: 'here the file should end.',
    InvalidCommentToken: 'JSON has no comments.',
    UnexpectedEndOfComment: 'this comment does not end.',
    UnexpectedEndOfString: 'this text lacks its closing quote.',
    UnexpectedEndOfNumber: 'this number does not end.',
  };
  return `${configFileName} cannot be read: ${reasons[error] ?? 'this is no JSON.'}`;
}

function entriesOf(node: Node): { key: string; keyNode: Node; value: Node | undefined }[] {
  return (node.children ?? []).flatMap((property) => {
    const [keyNode, value] = property.children ?? [];
    return keyNode && typeof keyNode.value === 'string' ? [{ key: keyNode.value, keyNode, value }] : [];
  });
}

function rangeAt(text: string, offset: number, length: number): Range {
  const positionAt = (at: number) => {
    const before = text.slice(0, at).split(/\r\n|\n|\r/);
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  return { start: positionAt(offset), end: positionAt(Math.min(text.length, offset + length)) };
}
