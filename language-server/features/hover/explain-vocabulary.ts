/** What a hover says about the vocabulary that the picture does not show: teams, channels, templates, hours, sources, … */
import type { AstNode } from 'langium';
import { describeCondition } from '../../../flow/describe-condition.js';
import { describeHours, describeNow } from '../../../flow/explain/describe-hours.js';
import { channelTitles, describeTarget } from '../../../flow/explain/describe-target.js';
import { type Explanation, facts } from '../../../flow/explain/explanation.js';
import type { Contact, Element, Procedure } from '../../../flow/procedure.js';
import { flowTitle, roleTitle, roleTitles } from '../../../flow/titles.js';
import { isVariant, type Variant } from '../../generated/ast.js';

/** Null for what is not found in the procedure, or no vocabulary. `now` is minutes since 1970. */
export function explainVocabulary(procedure: Procedure, node: AstNode, now: number): Explanation | null {
  const name = 'name' in node && typeof node.name === 'string' ? node.name : null;
  const named = <T extends Element>(elements: readonly T[]): T | undefined => elements.find((element) => element.name === name);
  switch (node.$type) {
    case 'Team':
      return team(procedure, named(procedure.teams));
    case 'Channel':
      return channel(procedure, named(procedure.channels));
    case 'Template':
      return template(procedure, named(procedure.templates));
    case 'Calendar':
      return calendar(procedure, named(procedure.calendars), now);
    case 'Source':
      return source(procedure, named(procedure.sources));
    case 'Deadline':
      return deadline(procedure, named(procedure.deadlines));
    case 'Header':
      return header(procedure, node);
    default:
      return isVariant(node) ? variant(procedure, node) : null;
  }
}

function explanation(element: Element, kind: string, found: Explanation['facts'], more: readonly string[] = []): Explanation {
  return {
    kind,
    title: element.title ?? element.name ?? '',
    name: element.name,
    facts: found,
    notes: [...(element.documentation ? [element.documentation] : []), ...(element.notes ?? []), ...more],
    references: element.references ?? [],
  };
}

function team(procedure: Procedure, of: Procedure['teams'][number] | undefined): Explanation | null {
  if (!of) return null;
  const members = procedure.roles.filter((role) => role.team === of.name).map((role) => role.name ?? '');
  const hours = procedure.calendars.find((each) => each.name === of.calendar);
  return explanation(
    of,
    'team',
    facts(
      ['Roles', roleTitles(procedure, members)],
      ['Hours', hours ? describeHours(hours) : null],
      ['Reached by', contactsText(procedure, of.contacts)],
    ),
  );
}

function contactsText(procedure: Procedure, contacts: readonly Contact[]): string {
  return contacts.map(({ via, address }) => `${channelTitles(procedure, [via])}${address ? ` ${address}` : ''}`).join(', ');
}

function channel(procedure: Procedure, of: Procedure['channels'][number] | undefined): Explanation | null {
  if (!of) return null;
  const used = procedure.steps.filter((step) => step.via?.includes(of.name ?? '')).length;
  const readers =
    of.visibility === 'internal'
      ? 'only people of the company'
      : of.visibility === 'external'
        ? 'customers and others outside, too'
        : 'not said: internal or external?';
  return explanation(of, 'channel', facts(['Read by', readers], ['Used in', used > 0 ? counted(used, 'step') : null]));
}

function template(procedure: Procedure, of: Procedure['templates'][number] | undefined): Explanation | null {
  if (!of) return null;
  const used = procedure.steps.filter((step) => step.template === of.name).map((step) => flowTitle(procedure, step.id));
  return explanation(of, 'template', facts(['Subject', of.subject], ['Used in', used.join(', ')]), of.body ? [of.body] : []);
}

function calendar(procedure: Procedure, of: Procedure['calendars'][number] | undefined, now: number): Explanation | null {
  if (!of) return null;
  const roles = procedure.roles.filter((role) => role.calendar === of.name).map((role) => role.name ?? '');
  const teams = procedure.teams.filter((each) => each.calendar === of.name).map((each) => each.title ?? each.name ?? '');
  return explanation(
    of,
    'calendar',
    facts(
      ['Open', describeHours(of)],
      ['Now', describeNow(of, now)],
      ['Closed', of.closed.length > 6 ? `${counted(of.closed.length, 'day')}, from ${of.closed[0]}` : of.closed.join(', ')],
      ['Hours of', [roleTitles(procedure, roles), ...teams].filter((each) => each !== '').join(', ')],
    ),
  );
}

function source(procedure: Procedure, of: Procedure['sources'][number] | undefined): Explanation | null {
  if (!of) return null;
  const title = (name: string): string => procedure.metrics.find((each) => each.name === name)?.title ?? name;
  const provided = of.provides.map(({ metric, field }) => `${title(metric)}${field ? ` (${field})` : ''}`);
  return explanation(of, 'source of data', facts(['Provides', provided.join(', ')]));
}

function deadline(procedure: Procedure, of: Procedure['deadlines'][number] | undefined): Explanation | null {
  if (!of) return null;
  const titles = (ids: readonly string[]): string => ids.map((id) => flowTitle(procedure, id)).join(', ');
  const hours = procedure.calendars.find((each) => each.name === of.calendar);
  return explanation(
    of,
    'deadline from outside',
    facts(
      ['Within', of.within && `${of.within.text}${hours ? `, counted in ${hours.title ?? hours.name}` : ''}`],
      ['From', of.of.length > 0 ? titles(of.of) : 'every trigger'],
      ['Only when', of.when && describeCondition(of.when, procedure)],
      ['Met by', titles(of.metBy)],
      ['Must include', of.mustInclude.join('; ')],
    ),
  );
}

/** The procedure's own header; another's is told by its text. */
function header(procedure: Procedure, node: AstNode): Explanation | null {
  const of = procedure.header;
  const start = node.$cstNode?.range.start;
  if (!of || of.range.start.line !== start?.line || of.name !== Reflect.get(node, 'name')) return null;
  return explanation(
    of,
    'procedure',
    facts(
      ['Version', of.versionText],
      ['Status', of.status],
      ['Owner', of.owner && roleTitle(procedure, of.owner)],
      ['Reviewed', of.review && `every ${of.review.every.text}${of.review.last ? `, last on ${of.review.last}` : ''}`],
      ['Next review', of.review?.last ? dayAfter(of.review.last, of.review.every.minutes) : null],
      ['Applies when', of.appliesWhen && describeCondition(of.appliesWhen, procedure)],
      ['Promises', of.targets.map((target) => describeTarget(procedure, target)).join('; ')],
      ['Levels', procedure.levels.map((level) => level.title ?? level.name).join(' → ')],
      ['Variants', procedure.variants.join(', ')],
    ),
  );
}

function dayAfter(date: string, minutes: number): string | null {
  const day = new Date(Date.parse(`${date}T00:00:00Z`) + minutes * 60_000);
  return Number.isNaN(day.getTime()) ? null : day.toISOString().slice(0, 10);
}

function variant(procedure: Procedure, of: Variant): Explanation {
  const omitted = of.changes.flatMap((change) => (change.$type === 'Omit' ? change.targets.map((each) => each.$refText) : []));
  const words = of.changes.flatMap((change) => {
    if (change.$type === 'LevelOverride') return [change.level?.$refText ?? ''];
    if (change.$type === 'TriggerOverride') return [change.trigger?.$refText ?? ''];
    if (change.$type === 'SeverityOverride') return [change.severity?.$refText ?? ''];
    return change.$type === 'ThresholdOverride' ? [change.threshold?.$refText ?? ''] : [];
  });
  const added = of.changes.flatMap((change) =>
    'name' in change && typeof change.name === 'string' ? [change.title ?? change.name] : [],
  );
  return {
    kind: 'variant',
    title: of.title ?? of.name,
    name: of.name,
    facts: facts(
      ['When', of.condition?.$cstNode?.text.replaceAll(/\s+/g, ' ')],
      ['Leaves out', omitted.map((id) => flowTitle(procedure, id)).join(', ')],
      ['Changes', words.join(', ')],
      ['Adds', added.join(', ')],
    ),
    notes: [],
    references: [],
  };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
