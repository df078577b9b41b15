/** What an element may have once and has twice: told at the second. */
import type { AstNode } from 'langium';
import { beginning, type Fault, ownWords } from './fault.js';

/** Words that one step or update may have once. */
const onceInAStep: ReadonlySet<string> = new Set([
  'by',
  'within',
  'every',
  'when',
  '->',
  'via',
  'using',
  'of',
  'up',
  'else',
  'to',
  'at',
  'repeat',
  'approved',
  'rejected',
]);
const steps: ReadonlySet<string> = new Set([
  'Action',
  'Notify',
  'Page',
  'Decision',
  'Approval',
  'Wait',
  'Parallel',
  'Handoff',
  'Assign',
  'Follow',
  'Cadence',
]);
/** Words of a step that hold something else the second time: `up to` is one. */
const otherUses: Readonly<Record<string, readonly string[]>> = { Wait: ['to'], Assign: ['to'] };

const trigger = { When: 'when', SetsSeverity: 'severity', Cooldown: 'cooldown', Jump: '->' };
/** Properties that an element may have once, by the element's type and theirs, and the words they begin with. */
const onceInABlock: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Header: { Version: 'version', Status: 'status', Review: 'review' },
  Team: { Hours: 'calendar' },
  Role: { Membership: 'team', Hours: 'calendar', ReportsTo: 'reports', OneOf: 'one of' },
  Template: { Subject: 'subject', Body: 'body' },
  Calendar: { TimeZone: 'timezone' },
  Metric: { Worse: 'worse' },
  Severity: { When: 'when' },
  SeverityOverride: { When: 'when' },
  Trigger: trigger,
  TriggerOverride: trigger,
  Resolution: { Jump: '->' },
  Closure: { Jump: '->' },
  Deadline: { DeadlineOf: 'of', DeadlineWithin: 'within', When: 'when', DeadlineMet: 'met by' },
};

/** What stands twice in one element. */
export function repeatedParts(node: AstNode): Fault[] {
  if (steps.has(node.$type)) return repeatedWords(node);
  const once = onceInABlock[node.$type];
  if (!once) return [];
  const parts = 'items' in node ? node.items : 'properties' in node ? node.properties : [];
  if (!Array.isArray(parts)) return [];
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const part of parts as AstNode[]) {
    const word = once[part.$type];
    if (word === undefined) continue;
    if (seen.has(word)) faults.push({ message: twice(word), range: beginning(part) });
    seen.add(word);
  }
  return faults;
}

function repeatedWords(node: AstNode): Fault[] {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const leaf of ownWords(node)) {
    const word = leaf.tokenType.name;
    if (!onceInAStep.has(word) || otherUses[node.$type]?.includes(word)) continue;
    if (seen.has(word)) faults.push({ message: twice(word), range: leaf.range });
    seen.add(word);
  }
  return faults;
}

function twice(word: string): string {
  return `'${word}' stands here a second time; once is enough.`;
}
