/**
 * From the six questions of a good escalation procedure to a whole one: what starts it, which levels, who owns them, what is
 * done and decided, who is told what and when, when it is resolved and closed. Every answer may be missing.
 */
import { formatNewText, isCondition } from './format-new-text.js';
import { FreeNames, quoted } from './free-names.js';
import { durationOf, durationText, minutesOf, readDuration, type WrittenDuration } from './written-duration.js';

/** Answers as the person gave them; texts are free, durations such as `2 business days`. */
export interface ProcedureAnswers {
  readonly title?: string;
  /** A segment of the standard library. */
  readonly segment?: string;
  /** 1. `when` is a condition of the language; without one, a person judges the title. */
  readonly triggers?: readonly { readonly title: string; readonly when?: string }[];
  /** 2. Lowest first. */
  readonly levels?: readonly { readonly title: string; readonly resolveWithin?: string }[];
  /** 3. The owner of each level, by title. */
  readonly owners?: readonly string[];
  /** 4. For each level. */
  readonly work?: readonly { readonly actions?: readonly string[]; readonly decision?: string }[];
  /** 5. */
  readonly messages?: {
    readonly channel?: string;
    readonly firstWithin?: string;
    readonly updateEvery?: string;
    /** Roles told when it goes up, by title. */
    readonly informed?: readonly string[];
  };
  /** 6. */
  readonly ending?: {
    readonly criteria?: readonly string[];
    readonly reopenWithin?: string;
    readonly closing?: readonly string[];
  };
}

const defaultLevels = [
  { title: 'L1 Frontline', resolveWithin: '2 business days' },
  { title: 'L2 Leadership', resolveWithin: '' },
];
const defaultOwners = ['Customer Success Manager', 'Head of Customer Success', 'VP Customer Success', 'Chief Operating Officer'];
const defaultActions = [
  ['Reproduce the issue and write down its impact'],
  ['Call the customer and agree on a plan'],
  ['Bring the people together who can solve it'],
];
const defaultTriggers = [
  { title: 'First response missed', when: 'first-response-time > 4 business hours' },
  { title: 'An executive complains', when: 'executive-complaint' },
];
const segments = new Set(['smb', 'mid-market', 'enterprise', 'strategic', 'regulated', 'public-sector']);

interface Level {
  readonly name: string;
  readonly title: string;
  readonly owner: string;
  readonly resolve: WrittenDuration | null;
  readonly actions: readonly string[];
  readonly decision: string;
}

/** A complete, formatted text; `today` is an ISO date: the day of its first review. */
export async function composeProcedure(answers: ProcedureAnswers, today: string): Promise<string> {
  // The customer is told things; owning a level is for people of the company.
  const roleNames = new FreeNames(['customer']);
  const roles = new Map<string, string>();
  const roleOf = (title: string): string => {
    const name = roles.get(title.toLowerCase()) ?? roleNames.for(title, 'role');
    roles.set(title.toLowerCase(), name);
    if (!roleTitles.has(name)) roleTitles.set(name, title);
    return name;
  };
  const roleTitles = new Map<string, string>();
  const levels = levelsOf(answers, roleOf);
  const informed = filled(answers.messages?.informed).map(roleOf);
  const parts = [
    header(answers, levels, today),
    roleDeclarations(levels, roleTitles, informed),
    messages(answers),
    await triggers(answers, levels),
    ...levels.map((level, index) => levelText(level, levels[index + 1] ?? null, index, answers, informed)),
    ending(answers, levels),
  ];
  return formatNewText(`${parts.join('\n\n')}\n`);
}

function levelsOf(answers: ProcedureAnswers, roleOf: (title: string) => string): Level[] {
  const given = (answers.levels ?? []).filter(({ title }) => title.trim() !== '');
  const asked = given.length > 0 ? given : defaultLevels;
  const names = new FreeNames(['resolved', 'closed']);
  return asked.map(({ title, resolveWithin = '' }, index) => {
    const last = index === asked.length - 1;
    const ownerTitle = answers.owners?.[index]?.trim() || defaultOwners[index] || `Owner of ${title}`;
    const actions = filled(answers.work?.[index]?.actions);
    return {
      name: names.for(title.replace(/^l\d+\b[\s:.-]*/i, ''), `level-${index + 1}`),
      title,
      owner: roleOf(ownerTitle),
      // A level with a promise above it needs one of its own; the top one may go without.
      resolve: readDuration(resolveWithin) ?? (last ? null : { amount: 2 + index, business: true, unit: 'day' }),
      actions: actions.length > 0 ? actions : (defaultActions[Math.min(index, 2)] ?? []),
      decision: answers.work?.[index]?.decision?.trim() || `Can ${ownerTitle} solve it?`,
    };
  });
}

function header({ title = '', segment }: ProcedureAnswers, levels: readonly Level[], today: string): string {
  const named = title.trim() || 'Customer escalation';
  const scope = segment !== undefined && segments.has(segment) ? `\napplies when segment is ${segment}` : '';
  return `sop ${new FreeNames().for(named, 'escalation')} ${quoted(named)} {
version "1.0"
status draft
owner ${levels.at(-1)?.owner}
review every 90 days last ${today}${scope}
}`;
}

function roleDeclarations(levels: readonly Level[], titles: ReadonlyMap<string, string>, informed: readonly string[]): string {
  const ladder = [...new Set(levels.map(({ owner }) => owner))];
  const lines = ladder.map((name, index) => {
    const above = ladder[index + 1];
    const needsBackup = levels.some(({ owner }) => owner === name);
    const up = above === undefined ? (needsBackup ? ' { backup deputy }' : '') : ` { backup ${above}  reports to ${above} }`;
    return `role ${name} ${quoted(titles.get(name) ?? name)}${up}`;
  });
  const others = [...new Set(informed)].filter((name) => !ladder.includes(name));
  lines.push(...others.map((name) => `role ${name} ${quoted(titles.get(name) ?? name)}`));
  const free = new FreeNames([...ladder, ...others, 'customer']).for('deputy', 'deputy');
  const text = lines.map((line) => line.replace('{ backup deputy }', `{ backup ${free} }`));
  const top = titles.get(ladder.at(-1) ?? '') ?? '';
  return [...text, '// todo: name the deputy', `role ${free} ${quoted(`Deputy of ${top}`)}`].join('\n');
}

function messages({ messages: told }: ProcedureAnswers): string {
  return `external channel ${channelName(told?.channel)} ${quoted(channelTitle(told?.channel))}

template acknowledgement "We are on it" {
subject "We have your escalation: {ticket}"
body "Hi {customer}, {owner} owns your escalation now. You hear from us again within {update}."
}
template solved "What we did" {
subject "{ticket} is solved"
body "Hi {customer}, {ticket} is solved. This is what happened, what we did, and what we changed."
}`;
}

function channelTitle(channel: string | undefined): string {
  return channel?.trim() || 'Email';
}

function channelName(channel: string | undefined): string {
  return new FreeNames().for(channelTitle(channel), 'channel');
}

async function triggers({ triggers: given }: ProcedureAnswers, levels: readonly Level[]): Promise<string> {
  const [first] = levels;
  const wanted = (given ?? []).filter(({ title, when }) => title.trim() !== '' || (when ?? '').trim() !== '');
  const names = new FreeNames();
  const texts: string[] = [];
  for (const { title, when = '' } of wanted.length > 0 ? wanted : defaultTriggers) {
    const condition = when.trim();
    const named = title.trim() || condition;
    const measured = condition !== '' && (await isCondition(condition));
    const judged = `${quoted(condition === '' || measured ? named : condition)} judged by ${first?.owner}`;
    texts.push(`trigger ${names.for(named, 'trigger')} ${quoted(named)} {
when ${measured ? condition : judged}
${measured ? '' : `// todo: an example that everybody agrees on\nexample ${quoted(named)}\n`}-> ${first?.name}
}`);
  }
  return texts.join('\n\n');
}

function levelText(
  level: Level,
  next: Level | null,
  index: number,
  answers: ProcedureAnswers,
  informed: readonly string[],
): string {
  const { name, title, owner, resolve, actions, decision } = level;
  const first = index === 0;
  const above = next?.name ?? 'resolved';
  const channel = channelName(answers.messages?.channel);
  // Every step gets the same part of what the level promises, so that all together keep it.
  const parts = actions.length + (first ? 1 : 0) + (next ? 1 : 0) + 1;
  const share = resolve
    ? durationOf(minutesOf(resolve) / parts, resolve.business)
    : { amount: 1, business: true, unit: 'day' as const };
  const message = firstMessage(answers.messages?.firstWithin, share, resolve);
  const cadence = resolve && first ? updateLine(answers.messages?.updateEvery, resolve, channel, owner) : '';
  const lines = [
    `owner ${owner}`,
    !first && informed.length > 0 ? `informed ${[...new Set(informed)].join(', ')}` : '',
    first ? `acknowledge within ${durationText(message)}` : '',
    resolve ? `resolve within ${durationText(resolve)}` : '',
    cadence,
    resolve && next ? `escalate after ${durationText(resolve)} -> ${next.name}` : '',
    '',
    first
      ? `notify customer "Who owns it, and when the next update comes" by ${owner} via ${channel} using acknowledgement within ${durationText(message)}`
      : '',
    ...actions.map(
      (action, at) =>
        `action ${quoted(action)} by ${owner} within ${durationText(share)}${!next && at === actions.length - 1 ? ' -> resolved' : ''}`,
    ),
    next
      ? `decide ${quoted(decision)} by ${owner} within ${durationText(share)} {\n"Yes" -> resolved\notherwise -> ${above}\n}`
      : '',
  ];
  return `level ${name} ${quoted(title)} {\n${lines.filter((line, at) => line !== '' || at === 6).join('\n')}\n}`;
}

/** The first message is no later than its part of the promise. */
function firstMessage(asked: string | undefined, share: WrittenDuration, resolve: WrittenDuration | null): WrittenDuration {
  const given = readDuration(asked ?? '') ?? { amount: 30, business: false, unit: 'min' as const };
  const room = minutesOf(share);
  if (minutesOf(given) <= room && (given.business === share.business || given.unit === 'min' || given.unit === 'h')) return given;
  return durationOf(Math.min(room, minutesOf(given)), resolve?.business ?? given.business);
}

function updateLine(asked: string | undefined, resolve: WrittenDuration, channel: string, owner: string): string {
  const given = readDuration(asked ?? '') ?? { amount: 1, business: resolve.business, unit: 'day' as const };
  const fits = given.business === resolve.business && minutesOf(given) <= minutesOf(resolve);
  const every = fits ? given : durationOf(minutesOf(resolve) / 2, resolve.business);
  return `update customer every ${durationText(every)} via ${channel} by ${owner}`;
}

function ending({ ending: told, messages: words }: ProcedureAnswers, levels: readonly Level[]): string {
  const [first] = levels;
  const owner = first?.owner;
  const criteria = filled(told?.criteria);
  const closing = filled(told?.closing);
  const reopen = readDuration(told?.reopenWithin ?? '') ?? { amount: 14, business: false, unit: 'day' as const };
  const judged = (criteria.length > 0 ? criteria : ['The customer confirms that it is solved']).map(
    (text) => `require ${quoted(text)} judged by ${owner}`,
  );
  const last = levels.at(-1)?.owner;
  const steps = (closing.length > 0 ? closing : ['Review what happened and what is to change']).map(
    (text) => `action ${quoted(text)} by ${last} within 5 business days`,
  );
  return `resolution resolved "Resolved" {
${judged.join('\n')}
reopen within ${durationText(reopen)} -> ${first?.name}
notify customer "What we did" by ${owner} via ${channelName(words?.channel)} using solved within 1 business day
-> closed
}

closure closed "Closed" {
${steps.join('\n')}
}`;
}

function filled(texts: readonly string[] | undefined): string[] {
  return (texts ?? []).map((text) => text.trim()).filter((text) => text !== '');
}
