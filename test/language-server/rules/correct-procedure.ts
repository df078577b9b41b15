/**
 * Correct procedures by chance: flows that keep their promises, because every promise is made from what the steps may take.
 * Levels, steps of every kind, decisions measured and not, waits, pages, lanes, approvals within authority, calendars, severities
 * without gaps, templates, deadlines, handoffs, loops with a way out, variants.
 */
import fc from 'fast-check';

/** How time is told, and who is at work when. */
type Hours = 'unknown' | 'always' | 'business' | 'mixed' | 'shifts';

/** A correct procedure; the same for the same draws. */
export const correctProcedure: fc.Arbitrary<string> = fc.gen().map((draw) => new Author(draw).procedure());

const subjects = [
  'fault',
  'contract',
  'invoice',
  'migration',
  'integration',
  'report',
  'login',
  'export',
  'upgrade',
  'dashboard',
];
const verbs = ['Reproduce', 'Classify', 'Mend', 'Document', 'Check', 'Measure', 'Explain', 'Compare', 'Restore', 'Rehearse'];
const levelTitles = ['Front line', 'Second opinion', 'Directorate', 'Executive board'];

/** Metrics with the tests that cut their range into bands, worst first, and one on the bad side. */
const measures = [
  { name: 'health-score', bands: ['< 40', 'between 40 and 60', '> 60'], bad: '< 45' },
  { name: 'open-critical-tickets', bands: ['>= 8', 'between 3 and 7', '< 3'], bad: '>= 4' },
  { name: 'affected-users-share', bands: ['>= 50%', '>= 10%', '< 10%'], bad: '> 20%' },
  { name: 'nps', bands: ['< -20', '< 30', '>= 30'], bad: 'drops by 20 points within 90 days' },
  { name: 'arr-at-risk', bands: ['>= 250k USD', '>= 50k USD', '< 50k USD'], bad: '>= 100k USD for 7 days' },
  { name: 'time-to-acknowledge', bands: ['> 4 h', '> 30 min', '<= 30 min'], bad: '> 2 h' },
  { name: 'plan', bands: ['is enterprise', 'in (premium, standard)', 'is free'], bad: 'is premium' },
  { name: 'health-band', bands: ['is red', 'is at most yellow', 'is green'], bad: 'is at most red' },
  { name: 'sla-breaches', bands: ['>= 5', '>= 2', '< 2'], bad: '>= 3 within 30 days' },
] as const;

const flags = ['executive-complaint', 'churn-threat', 'champion-left', 'legal-threat', 'data-breach'];

class Author {
  readonly #draw: fc.GeneratorValue;
  readonly #hours: Hours;
  readonly #levels: number;
  #steps = 0;
  /** Metrics not used for a trigger or around the present place yet. */
  #measures: (typeof measures)[number][];

  constructor(draw: fc.GeneratorValue) {
    this.#draw = draw;
    this.#hours = this.#one<Hours>(['unknown', 'always', 'business', 'mixed', 'shifts']);
    this.#levels = this.#number(1, 4);
    this.#measures = [...measures];
  }

  procedure(): string {
    const triggers = this.#triggers();
    const severities = this.#maybe(0.6) ? this.#number(2, 3) : 0;
    const cases = severities > 0 ? this.#take() : null;
    const levels = Array.from({ length: this.#levels }, (_, i) => this.#level(i, severities));
    const beside = this.#maybe(0.4) ? this.#beside() : null;
    const all = [...levels, ...(beside ? [beside] : [])];
    const total = all.reduce((sum, { takes }) => sum + takes, 0);
    return [
      this.#header(total),
      this.#people(),
      this.#words(),
      cases ? this.#severities(cases, severities, total) : '',
      ...triggers,
      ...all.map(({ text }) => text),
      this.#endings(),
      this.#maybe(0.5) ? this.#deadline(total) : '',
      this.#maybe(0.5) ? this.#variant(levels[0]?.takes ?? 0, levels[0]?.name ?? '') : '',
    ]
      .filter(Boolean)
      .join('\n');
  }

  // ------------------------------------------------------------------------------------------------------- draws

  #number(min: number, max: number): number {
    return this.#draw(fc.integer, { min, max });
  }

  #maybe(share: number): boolean {
    return this.#number(0, 99) < share * 100;
  }

  #one<T>(list: readonly T[]): T {
    const picked = list[this.#number(0, list.length - 1)];
    if (picked === undefined) throw new Error('There is nothing to pick from.');
    return picked;
  }

  #take(): (typeof measures)[number] {
    const taken = this.#one(this.#measures);
    this.#measures = this.#measures.filter((other) => other !== taken);
    return taken;
  }

  #title(): string {
    this.#steps++;
    return `${this.#one(verbs)} the ${this.#one(subjects)} ${this.#steps}`;
  }

  // -------------------------------------------------------------------------------------------------------- time

  /** Minutes as they are written here: business time where steps count in it. */
  #length(minutes: number): string {
    const business = this.#hours === 'business' || this.#hours === 'mixed' ? 'business ' : '';
    return minutes % 60 === 0 ? `${minutes / 60} ${business}${minutes === 60 ? 'hour' : 'hours'}` : `${minutes} ${business}min`;
  }

  /** A promise that leaves room for so many minutes of steps. */
  #promise(minutes: number): string {
    if (this.#hours === 'business') return minutes % 480 === 0 ? `${minutes / 480} business days` : this.#length(minutes);
    if (this.#hours !== 'mixed') return this.#length(minutes);
    // Eight open hours a day, five days a week, closed at most over a weekend and a holiday more.
    const days = Math.ceil(minutes / 480);
    return `${days + 2 * Math.ceil(days / 5) + 6} days`;
  }

  // -------------------------------------------------------------------------------------------------------- parts

  #header(total: number): string {
    const promises = this.#maybe(0.5) ? `resolve within ${this.#promise(total + 60 * this.#number(0, 3))}` : '';
    return `sop account-care "Account care" {
  version "${this.#number(1, 9)}.${this.#number(0, 9)}"
  status ${this.#one(['draft', 'active'])}
  owner head
  approved by head on 2026-10-01
  review every ${this.#one(['90 days', '6 months', '12 weeks', '60 business days'])} last 2026-10-0${this.#number(1, 9)}
  ${this.#maybe(0.3) ? 'applies when segment in (enterprise, strategic)' : ''}
  ${this.#maybe(0.3) ? 'goal sla-attainment >= 95% for 90 days' : ''}
  ${promises}
}`;
  }

  #people(): string {
    const hours = { unknown: '', always: 'calendar always-open', business: 'team care', mixed: 'team care', shifts: '' }[
      this.#hours
    ];
    const owners = Array.from({ length: this.#levels }, (_, i) => {
      const next = i + 1 < this.#levels ? `owner-${letter(i + 1)}` : 'head';
      return `role owner-${letter(i)} "Owner of ${levelTitles[i]}" { ${hours} backup ${next} reports to ${next} }`;
    });
    const shifts =
      this.#hours === 'shifts'
        ? `calendar london "London" { timezone "Europe/London" open mon to sun 07:00 to 18:00 }
calendar york "New York" { timezone "America/New_York" open mon to sun 10:00 to 20:00 }
calendar singapore "Singapore" { timezone "Asia/Singapore" open mon to sun 07:00 to 17:00 }
role early "London desk" { calendar london }
role late "New York desk" { calendar york }
role night "Singapore desk" { calendar singapore }
role driver "Whoever drives it" { one of early, late, night }`
        : '';
    const calendar = {
      unknown: '',
      shifts: '',
      always: 'calendar always-open "Around the clock" { timezone "UTC" open always }',
      business: office,
      mixed: office,
    }[this.#hours];
    return `${owners.join('\n')}
role head "Head of customer care" { ${hours} backup deputy may approve "Goodwill" up to 50k USD }
role deputy "Deputy head" { ${hours} }
role finance "Finance partner" { ${hours} backup deputy may approve "Goodwill" up to 5k USD may approve "Discount" up to 10% }
role engineer "Engineer on duty" { ${hours} backup deputy }
${calendar}
${shifts}`;
  }

  #words(): string {
    return `external channel email "Email"
internal channel chat "Internal chat"
template answer "Where we are" { subject "Your case {ticket}" body "Hi {customer}, {owner} looks after it. Next news: {update}." }`;
  }

  #severities({ name, bands }: (typeof measures)[number], count: number, total: number): string {
    const used = count === 3 ? bands : [bands[0], bands[2]];
    const titles = ['Critical case', 'Serious case', 'Ordinary case'];
    return used
      .map((band, i) => {
        const last = i === used.length - 1;
        const when = last ? '' : `when ${name} ${band}`;
        const resolve = this.#hours === 'business' ? '' : `resolve within ${this.#promise(total + 480 * (i + 1))}`;
        return `severity sev${i + 1} "${titles[i]}" { ${when} update customer every ${this.#length(30 * (i + 1))} via email ${resolve} }`;
      })
      .join('\n');
  }

  #triggers(): string[] {
    return Array.from({ length: this.#number(1, 3) }, (_, i) => {
      const { name, bad } = this.#take();
      const threshold = this.#maybe(0.3);
      const condition = threshold ? `bad-${letter(i)}` : `${name} ${bad}`;
      const more = this.#maybe(0.3) ? `${condition} and "The account team confirms it" judged by head` : condition;
      const declared = threshold ? `threshold bad-${letter(i)} "Bad sign ${i}" when ${name} ${bad}\n` : '';
      const cooldown = this.#maybe(0.3) ? 'cooldown 7 days' : '';
      return `${declared}trigger start-${letter(i)} "Reason ${i}" { when ${more} ${cooldown} example "A case of last year" -> level-a }`;
    });
  }

  #level(index: number, severities: number): { name: string; text: string; takes: number } {
    const name = `level-${letter(index)}`;
    const next = index + 1 < this.#levels ? `level-${letter(index + 1)}` : 'resolved';
    const shifts = this.#hours === 'shifts' && index === 0;
    const first = this.#one([15, 30, 45]);
    const opening = `${shifts ? 'assign driver to early\n  ' : ''}notify customer "We look after it" via email using answer within ${this.#length(first)}`;
    const body = this.#block(name, next, this.#number(1, 5), 0);
    const hand = shifts
      ? {
          text: '\n  handoff evening "End of the day" by early to late at 17:00 in london { check "Open questions written down" }',
          takes: 0,
        }
      : { text: '', takes: 0 };
    const last = this.#one([60, 120, 240]);
    const takes = first + body.takes + last;
    const escalates = index + 1 < this.#levels;
    const promises = escalates || this.#maybe(0.5);
    const resolve = takes + this.#one([0, 30, 480]);
    const acknowledge = promises && this.#maybe(0.5) ? `acknowledge within ${this.#promise(first + this.#one([0, 15]))}` : '';
    const quicker =
      severities > 0 && promises && this.#hours !== 'business' && this.#maybe(0.5)
        ? `for sev1 { resolve within ${this.#promise(takes)} ${escalates ? `escalate after ${this.#promise(takes)} -> ${next}` : ''} }`
        : '';
    const text = `level ${name} "${levelTitles[index]}" {
  owner ${shifts ? 'driver' : `owner-${letter(index)}`}
  handles "What comes to the ${levelTitles[index]}"
  ${this.#maybe(0.5) ? 'informed head' : ''}
  ${this.#maybe(0.3) ? 'pauses while "The customer is on holiday" judged by head' : ''}
  ${acknowledge}
  ${promises ? `resolve within ${this.#promise(resolve)}` : ''}
  ${promises && this.#maybe(0.4) ? 'warn head at 75% of resolve via chat' : ''}
  ${quicker}
  ${promises && this.#maybe(0.3) ? `update customer every ${this.#length(60)} via email by head` : ''}
  ${escalates ? `escalate after ${this.#promise(resolve)} -> ${next}` : ''}
  ${escalates && this.#maybe(0.3) ? `escalate when ${this.#one(flags)} -> ${next}` : ''}
  ${index > 0 && this.#maybe(0.3) ? 'deescalate when customer-agreed -> level-a' : ''}
  ${opening}
${body.text}${hand.text}
  action last-${letter(index)} "${this.#title()}" within ${this.#length(last)} -> resolved
}`;
    return { name, text, takes };
  }

  /** A level on the rung of the last, which a flag brings in. */
  #beside(): { name: string; text: string; takes: number } {
    const lowest = this.#levels === 1;
    return {
      name: 'aside',
      takes: 240,
      text: `level aside "Finance desk" {
  owner finance
  beside level-${letter(this.#levels - 1)}
  ${lowest ? '' : `resolve within ${this.#promise(240)}`}
  action "${this.#title()}" by engineer within ${this.#length(180)} when ${this.#one(flags)}
  notify customer "What it costs" via email using answer within ${this.#length(60)} -> resolved
}
trigger invoice "Invoice overdue" { when invoice-overdue > 30 days -> aside }`,
    };
  }

  /** Steps one after the other, each of some kind; an upper bound of what they take. */
  #block(level: string, next: string, count: number, depth: number): { text: string; takes: number } {
    let takes = 0;
    const lines: string[] = [];
    for (let i = 0; i < count; i++) {
      const step = this.#step(level, next, depth);
      takes += step.takes;
      lines.push(`${'  '.repeat(depth + 1)}${step.text}`);
    }
    return { text: lines.join('\n'), takes };
  }

  #step(level: string, next: string, depth: number): { text: string; takes: number } {
    const kinds = ['action', 'action', 'notify', 'tell', 'page', 'wait', 'approve', 'guarded', 'parallel', 'again'];
    const kind = this.#one(depth < 2 ? [...kinds, 'measured', 'measured', 'asked', 'asked'] : kinds);
    const length = this.#one([15, 30, 60, 120, 180]);
    const title = this.#title();
    const within = `within ${this.#length(length)}`;
    const step = `step-${this.#steps}`;
    switch (kind) {
      case 'notify':
        return {
          text: `notify customer "${title}" via ${this.#one(['email', 'chat, email'])} using answer ${within}`,
          takes: length,
        };
      case 'tell':
        return { text: `notify head, deputy "${title}" as ${step} via chat ${within}`, takes: length };
      case 'page': {
        const repeat = this.#number(1, 3);
        const minutes = this.#length(10);
        return {
          text: `page engineer "${title}" for ${minutes} then deputy, head for ${minutes} ${repeat > 1 ? `repeat ${repeat}` : ''} via chat`,
          takes: 20 * repeat,
        };
      }
      case 'wait':
        return { text: `wait ${step} "${title}" up to ${this.#length(length)} else -> ${next}`, takes: length };
      case 'approve': {
        const [what, amount] = this.#one([
          ['Goodwill', '4k USD'],
          ['Goodwill', '5k USD'],
          ['Discount', '10%'],
        ] as const);
        // Something is done after each approval: three in a row would be too many.
        return {
          text: `approve ${step} "${what}" of ${amount} by finance ${within} { approved {} rejected { action "${this.#title()}" by engineer ${within} } }
  action "${this.#title()}" by engineer ${within}`,
          takes: 3 * length,
        };
      }
      case 'guarded':
        return { text: `action ${step} "${title}" by engineer ${within} when ${this.#one(flags)}`, takes: length };
      case 'parallel': {
        const other = this.#one([15, 60, 90]);
        return {
          text: `parallel ${step} "${title}" {
    lane "Work" { action "${this.#title()}" by engineer ${within} }
    lane "Talk" { notify customer "${this.#title()}" via email using answer within ${this.#length(other)} }
  }`,
          takes: Math.max(length, other),
        };
      }
      case 'again':
        return {
          text: `action ${step} "${title}" by engineer ${within}
  decide "Is ${title} enough?" by engineer within ${this.#length(15)} { "No" -> ${level}.${step} otherwise {} }`,
          takes: length + 15,
        };
      case 'measured': {
        const known = this.#measures;
        const { name, bands } = this.#take();
        const all = this.#maybe(0.5);
        const inside = this.#block(level, next, 1, depth + 1);
        const text = `decide ${step} "${title}" by engineer ${within} {
    "Bad" when ${name} ${bands[0]} { ${inside.text.trim()} }
    "Middling" when ${name} ${bands[1]} -> ${this.#one([next, 'resolved', `${level}.last-${level.at(-1)}`])}
    ${all ? `"Good" when ${name} ${bands[2]} {}` : 'otherwise {}'}
  }`;
        this.#measures = known;
        return { text, takes: length + inside.takes };
      }
      case 'asked': {
        const inside = this.#block(level, next, this.#number(1, 2), depth + 1);
        const text = `decide ${step} "${title}" by engineer ${within} {
    "Yes" { ${inside.text.trim()} }
    "No" -> ${this.#one([next, 'resolved', `${level}.last-${level.at(-1)}`])}
  }`;
        return { text, takes: length + inside.takes };
      }
      default:
        return {
          text: `action ${step} "${title}" by engineer ${within} ${this.#maybe(0.2) ? '{ check "Written into the ticket" }' : ''}`,
          takes: length,
        };
    }
  }

  #endings(): string {
    return `resolution resolved "Resolved" {
  require "Customer confirms the fix" judged by head
  ${this.#maybe(0.5) ? 'reopen within 14 days -> level-a' : ''}
  ${this.#maybe(0.5) ? 'notify customer "It is done" via email using answer' : ''}
  -> closed
}
closure closed "Closed" { action "Review what happened" by head within 5 business days }`;
  }

  #deadline(total: number): string {
    const met = this.#one(['level-a', 'resolved', 'closed']);
    const triggers = met === 'level-a' ? 'of start-a' : '';
    // Endings may have steps of their own, for which a month is enough.
    const within =
      met === 'closed'
        ? '6 months'
        : this.#hours === 'business'
          ? `${Math.ceil(total / 480) + 1} business days in office`
          : this.#promise(total + 60);
    return `deadline outside "Outside rule" { ${triggers} within ${within} met by ${met} must include "What was done" }`;
  }

  #variant(takes: number, level: string): string {
    const room = this.#promise(takes + 960);
    const escalates = this.#levels > 1;
    const text = this.#one([
      `override level ${level} { ${escalates ? `resolve within ${room}` : ''} insert before last-a { action extra "Ask the account team" by engineer } }`,
      escalates
        ? `override level ${level} { resolve within ${room} escalate after ${room} -> level-b }`
        : `override level ${level} { handles "All there is" }`,
      'override trigger start-a { when sla-attainment < 80% }',
      `role local "Local lead" { backup head } override level ${level} { informed local }`,
    ]);
    return `variant local-rules "Local rules" when region is apac { ${text} }`;
  }
}

const office = `calendar office "Office hours" { timezone "Europe/London" open mon to fri 09:00 to 17:00 }
team care "Customer care" { calendar office }`;

function letter(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}
