/** Times to suggest where none is written: usual ones that break no promise of the procedure. */
import type { Duration, Level, Procedure, Range, Step } from '../../flow/procedure.js';
import type { RuleContext } from './rule.js';
import { timeBudget } from './time-budget.js';
import { timeDeadline } from './time-deadline.js';

interface UsualTime {
  readonly text: string;
  readonly minutes: number;
  readonly business: boolean;
}

const clock = (text: string, minutes: number): UsualTime => ({ text, minutes, business: false });
const open = (text: string, minutes: number): UsualTime => ({ text, minutes, business: true });

/** The longest that fits is taken. */
const limits = [
  clock('2 days', 2880),
  clock('1 day', 1440),
  clock('4 h', 240),
  clock('1 h', 60),
  clock('30 min', 30),
  clock('15 min', 15),
];
/** The shortest that fits is taken. */
const timesToResolve = [
  open('1 business day', 480),
  open('2 business days', 960),
  clock('1 week', 10_080),
  clock('2 weeks', 20_160),
];

/** Steps of a procedure beyond which nothing is tried, and how often something is: a suggestion may not cost a wait. */
const mostSteps = 150;
const mostTrials = 24;

export class LikelyTimes {
  readonly #context: RuleContext;
  #trials = 0;
  #brokenNow: number | null = null;

  constructor(context: RuleContext) {
    this.#context = context;
  }

  /** For a wait without a limit; two business days where nothing is promised. */
  limitOf(step: Step): string {
    const { procedure } = this.#context;
    const { header, severities, levels } = procedure;
    const promising = [...(header ? [header] : []), ...severities, ...levels, ...levels.flatMap(({ bySeverity }) => bySeverity)];
    const isPromised = promising.some(({ targets }) => targets.some(({ kind }) => kind !== 'update'));
    if (!isPromised && procedure.deadlines.length === 0) return '2 business days';
    return this.#first(limits, '1 h', (time) => {
      const limit = durationOf(time, step.range);
      return { ...procedure, steps: procedure.steps.map((one) => (one === step ? { ...one, limit } : one)) };
    });
  }

  /** For a level that promises no time to resolve. */
  timeFor(level: Level): string {
    const { procedure } = this.#context;
    return this.#first(timesToResolve, '1 business day', (time) => {
      const { range, selection } = level;
      const promise = { kind: 'resolve', within: durationOf(time, range), range, selection } as const;
      const promising = { ...level, targets: [...level.targets, promise] };
      return { ...procedure, levels: procedure.levels.map((one) => (one === level ? promising : one)) };
    });
  }

  /** The first that breaks no promise; the last where none does, `otherwise` where that would take too long to find out. */
  #first(times: readonly UsualTime[], otherwise: string, withTime: (time: UsualTime) => Procedure): string {
    for (const time of times) {
      if (this.#context.procedure.steps.length > mostSteps || ++this.#trials > mostTrials) return otherwise;
      this.#brokenNow ??= this.#broken(this.#context.procedure);
      if (this.#broken(withTime(time)) <= this.#brokenNow) return time.text;
    }
    return times.at(-1)?.text ?? otherwise;
  }

  #broken(procedure: Procedure): number {
    let count = 0;
    for (const rule of [timeBudget, timeDeadline]) rule.check({ ...this.#context, procedure, report: () => count++ });
    return count;
  }
}

function durationOf({ text, minutes, business }: UsualTime, range: Range): Duration {
  const amount = business ? minutes / 60 : minutes;
  return { amount, unit: business ? 'hour' : 'minute', business, minutes, calendar: null, text, range };
}
