import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../flow/cases/box.js';
import {
  type CaseSet,
  CasesUnknown,
  complement,
  intersectCases,
  isEmpty,
  isSubset,
  sameCases,
  subtractCases,
} from '../../flow/cases/case-set.js';
import { casesOf } from '../../flow/cases/condition-cases.js';
import type { ValueSet } from '../../flow/cases/value-set.js';
import { witnessOf } from '../../flow/cases/witness.js';
import type { Condition } from '../../flow/procedure.js';
import {
  aMetric,
  and,
  aProcedure,
  aSeverity,
  aTest,
  aThreshold,
  change,
  choiceOf,
  count,
  days,
  group,
  held,
  hours,
  is,
  judged,
  money,
  not,
  or,
  order,
  percent,
  points,
  range,
  threshold,
  time,
  within,
} from './a-condition.js';

const procedure = aProcedure({
  metrics: [
    aMetric('health-score', { kind: 'score' }, 0, 100),
    aMetric('nps', { kind: 'score' }, -100, 100),
    aMetric('nps-answer', { kind: 'score' }, 0, 10, true),
    aMetric('first-response-time', { kind: 'duration' }, 0),
    aMetric('time-to-renewal', { kind: 'duration' }),
    aMetric('arr', { kind: 'money', currency: 'USD' }, 0),
    aMetric('availability', { kind: 'percent' }, 0, 100),
    aMetric('sla-breaches', { kind: 'count' }, 0, null, true),
    aMetric('segment', choiceOf('smb', 'mid-market', 'enterprise')),
    aMetric('churn-threat', { kind: 'flag' }),
  ],
  severities: [aSeverity('sev1', judged('x')), aSeverity('sev2', judged('y')), aSeverity('sev3')],
  thresholds: [
    aThreshold('at-risk', aTest('health-score', order('<', count(60)))),
    aThreshold('circle', and(threshold('circle'), judged('x'))),
  ],
});
const cases = (condition: Condition) => casesOf(procedure, condition);
const witness = (condition: Condition) => witnessOf(cases(condition));
const outside = (condition: Condition) => witnessOf(complement(cases(condition)));
const implies = (a: Condition, b: Condition) => isSubset(cases(a), cases(b));
const never = (condition: Condition) => isEmpty(cases(condition));
const score = (operator: '<' | '<=' | '>' | '>=', bound: number, window: Parameters<typeof aTest>[2] = null) =>
  aTest('health-score', order(operator, count(bound)), window);

describe('bounds', () => {
  it('leave exactly 40 between below 40 and above 40', () => {
    expect(outside(or(score('<', 40), score('>', 40)))).toBe('health-score = 40');
    expect(isEmpty(complement(cases(or(score('<', 40), score('>=', 40)))))).toBe(true);
  });
  it('leave no gap between bands that share a bound once', () => {
    const bands = or(score('<', 40), and(score('>=', 40), score('<', 60)), score('>=', 60));
    expect(isEmpty(complement(cases(bands)))).toBe(true);
  });
  it('know whole numbers: no answer lies between 9 and 10', () => {
    const answer = (operator: '<' | '>' | '<=' | '>=', bound: number) => aTest('nps-answer', order(operator, count(bound)));
    expect(never(and(answer('>', 9), answer('<', 10)))).toBe(true);
    expect(isEmpty(complement(cases(or(answer('<=', 6), answer('>=', 7)))))).toBe(true);
    expect(outside(or(answer('<', 6), answer('>', 7)))).toBe('nps-answer = 6');
    expect(outside(or(score('<=', 6), score('>=', 7)))).toBe('health-score = 6.5');
  });
  it('stay within the range of the metric', () => {
    expect(never(aTest('nps', order('>', count(120))))).toBe(true);
    expect(isEmpty(complement(cases(aTest('nps', order('<=', count(100))))))).toBe(true);
  });
  it('between are both inside', () => {
    const between = aTest('health-score', { kind: 'between', low: count(40), high: count(60) });
    expect(sameCases(cases(between), cases(and(score('>=', 40), score('<=', 60))))).toBe(true);
    expect(never(aTest('health-score', { kind: 'between', low: count(60), high: count(40) }))).toBe(true);
  });
});

describe('a witness', () => {
  it('uses the words and units of the procedure', () => {
    expect(witness(aTest('arr', order('>=', money(100_000))))).toBe('arr = 100k USD');
    expect(witness(aTest('arr', order('>', money(100_000))))).toBe('arr = 200k USD');
    expect(witness(aTest('first-response-time', order('>=', time(hours(4)))))).toBe('first-response-time = 4 h');
    expect(witness(aTest('first-response-time', order('>=', time(hours(4, true)))))).toBe(
      'first-response-time = 4 business hours',
    );
    expect(witness(aTest('time-to-renewal', order('<=', time(days(90)))))).toBe('time-to-renewal = 90 days');
    expect(witness(aTest('availability', order('<', percent(99.5))))).toBe('availability = 0%');
    expect(witness(aTest('sla-breaches', order('>', count(3)), within(days(30))))).toBe('sla-breaches = 4 within 30 days');
    expect(witness(aTest('segment', is('smb', true)))).toBe('segment is mid-market');
    expect(outside(aTest('segment', { kind: 'in', values: ['smb', 'enterprise'], valueRanges: [] }))).toBe(
      'segment is mid-market',
    );
    expect(witness(aTest('nps', change('drops', points(20)), within(days(90))))).toBe('nps drops by 20 points within 90 days');
    expect(outside(aTest('nps', change('drops', points(20)), within(days(90))))).toBe('nps does not drop within 90 days');
    expect(outside(aTest('churn-threat'))).toBe('not churn-threat');
    expect(outside(judged('An executive complains'))).toBe('not "An executive complains"');
    expect(witness(aTest('severity', { kind: 'at-most', value: 'sev2', valueRange: range }))).toBe('severity is sev2');
  });
  it('takes a round number where bounds are open', () => {
    expect(witness(and(score('>', 40), score('<', 60)))).toBe('health-score = 50');
    expect(witness(and(score('>', 41), score('<', 42)))).toBe('health-score = 41.5');
    expect(witness(aTest('time-to-renewal', order('<', time(days(90)))))).toBe('time-to-renewal = 0 min');
  });
  it('names all that matters', () => {
    expect(witness(and(score('>=', 40), aTest('segment', is('smb'))))).toBe('health-score = 40, segment is smb');
  });
  it('says for how long, and what did not hold as long', () => {
    expect(witness(score('<', 40, held(days(14))))).toBe('health-score = 0 for 14 days');
    expect(outside(score('<', 40, held(days(14))))).toBe('health-score = 40');
    expect(witness(and(score('<', 60), not(score('<', 60, held(days(14))))))).toBe(
      'health-score = 0, not health-score < 60 for 14 days',
    );
  });
});

describe('what surely follows', () => {
  it('a narrower bound held for the same time', () => {
    expect(implies(score('<', 40, held(days(14))), score('<', 60, held(days(14))))).toBe(true);
    expect(implies(score('<', 60, held(days(14))), score('<', 40, held(days(14))))).toBe(false);
  });
  it('what held for longer held for shorter, and holds now', () => {
    expect(implies(score('<', 60, held(days(14))), score('<', 60, held(days(7))))).toBe(true);
    expect(implies(score('<', 60, held(days(14))), score('<', 60))).toBe(true);
    expect(implies(score('<', 60, held(days(7))), score('<', 60, held(days(14))))).toBe(false);
    expect(never(and(score('<', 40, held(days(14))), score('>', 60)))).toBe(true);
    expect(never(and(not(score('<', 60, held(days(14)))), score('<', 60)))).toBe(false);
  });
  it('not that one of two bands held all the time', () => {
    expect(isEmpty(complement(cases(or(score('<', 40, held(days(14))), score('>=', 40, held(days(14)))))))).toBe(false);
  });
  it('more in a shorter window is as many in a longer one', () => {
    const breaches = (operator: '>=' | '<', bound: number, span: number) =>
      aTest('sla-breaches', order(operator, count(bound)), within(days(span)));
    expect(implies(breaches('>=', 3, 7), breaches('>=', 3, 30))).toBe(true);
    expect(never(and(breaches('>=', 3, 7), breaches('<', 2, 30)))).toBe(true);
    expect(never(and(breaches('>=', 3, 30), breaches('<', 2, 7)))).toBe(false);
    const drops = (by: number, span: number) => aTest('nps', change('drops', points(by)), within(days(span)));
    expect(implies(drops(30, 30), drops(20, 90))).toBe(true);
    expect(implies(drops(30, 90), drops(20, 30))).toBe(false);
  });
  it('more business hours are at least as many hours', () => {
    const waits = (operator: '>' | '<', duration: ReturnType<typeof hours>) =>
      aTest('first-response-time', order(operator, time(duration)));
    expect(implies(waits('>', hours(4, true)), waits('>', hours(4)))).toBe(true);
    expect(implies(waits('>', hours(4)), waits('>', hours(4, true)))).toBe(false);
    expect(never(and(waits('>', hours(4, true)), waits('<', hours(4))))).toBe(true);
    expect(never(and(waits('>', hours(4)), waits('<', hours(4, true))))).toBe(false);
  });
  it('(A and B) for D is A for D and B for D', () => {
    const both = group(and(score('<', 40), aTest('segment', is('smb'))), held(days(7)));
    const each = and(score('<', 40, held(days(7))), aTest('segment', is('smb'), held(days(7))));
    expect(sameCases(cases(both), cases(each))).toBe(true);
  });
  it('(A or B) for D is more than A or B now, less than either for D', () => {
    const either = group(or(score('<', 40), aTest('churn-threat')), held(days(7)));
    expect(implies(either, or(score('<', 40), aTest('churn-threat')))).toBe(true);
    expect(implies(either, or(score('<', 40, held(days(7))), aTest('churn-threat', null, held(days(7)))))).toBe(false);
    expect(sameCases(cases(either), cases(group(or(score('<', 40), aTest('churn-threat')), held(days(7)))))).toBe(true);
  });
  it('equal texts are one judgement, other texts are others', () => {
    expect(never(and(judged('He  agrees'), not(judged('He agrees'))))).toBe(true);
    expect(implies(judged('He agrees'), judged('She agrees'))).toBe(false);
  });
  it('two currencies never compare', () => {
    const dear = (amount: number, currency: string) => aTest('any-money', order('>=', money(amount, currency)));
    const open = aProcedure({ metrics: [aMetric('any-money', { kind: 'money', currency: null })] });
    expect(isSubset(casesOf(open, dear(20, 'USD')), casesOf(open, dear(10, 'USD')))).toBe(true);
    expect(isSubset(casesOf(open, dear(20, 'USD')), casesOf(open, dear(10, 'EUR')))).toBe(false);
  });
});

describe('thresholds and severities', () => {
  it('count as what they stand for', () => {
    expect(sameCases(cases(threshold('at-risk')), cases(score('<', 60)))).toBe(true);
    expect(sameCases(cases(threshold('at-risk', held(days(7)))), cases(score('<', 60, held(days(7)))))).toBe(true);
  });
  it('say nothing where they lead back to themselves', () => {
    expect(() => cases(threshold('circle'))).toThrow(CasesUnknown);
  });
  it('are most severe first', () => {
    const severity = (kind: 'at-least' | 'at-most', value: string) => aTest('severity', { kind, value, valueRange: range });
    expect(implies(aTest('severity', is('sev1')), severity('at-least', 'sev2'))).toBe(true);
    expect(implies(aTest('severity', is('sev3')), severity('at-least', 'sev2'))).toBe(false);
    expect(isEmpty(complement(cases(severity('at-least', 'sev3'))))).toBe(true);
  });
});

describe('limits', () => {
  it('say nothing about a test that does not fit', () => {
    expect(() => cases(aTest('health-score', order('<', percent(40))))).toThrow(CasesUnknown);
    expect(() => cases(aTest('unheard-of', order('<', count(40))))).toThrow(CasesUnknown);
    expect(() => cases(aTest('arr', order('<', money(40, 'EUR'))))).toThrow(CasesUnknown);
  });
  it('give up beyond 4,096 boxes', () => {
    const pairs = Array.from({ length: 14 }, (_, i) => and(judged(`a${i}`), judged(`b${i}`)));
    expect(cases(or(...pairs))).toHaveLength(14);
    const wide = and(...Array.from({ length: 14 }, (_, i) => or(judged(`a${i}`), judged(`b${i}`))));
    expect(() => cases(wide)).toThrow('More than 4096 boxes');
  });
});

// ------------------------------------------------------------------------------------ against brute force

/** One state of the world: present values, and the values taken over the last 7 and 14 days. */
interface World {
  readonly score: number;
  readonly week: readonly number[];
  readonly fortnight: readonly number[];
  readonly npsNow: number;
  readonly segment: string;
  readonly threat: boolean;
  readonly text: boolean;
  readonly breaches7: number;
  readonly breaches30: number;
}

/** Every value below, at, between and above the bounds that the arbitrary conditions use. */
const worlds: readonly World[] = (() => {
  const found: World[] = [];
  const scores = [20, 40, 80];
  const others = [
    { npsNow: -50, segment: 'smb', threat: true, text: false, breaches7: 0, breaches30: 0 },
    { npsNow: 0, segment: 'enterprise', threat: false, text: true, breaches7: 1, breaches30: 2 },
    { npsNow: 20, segment: 'mid-market', threat: false, text: false, breaches7: 0, breaches30: 3 },
    { npsNow: 50, segment: 'smb', threat: false, text: true, breaches7: 2, breaches30: 2 },
    { npsNow: 10, segment: 'enterprise', threat: true, text: true, breaches7: 3, breaches30: 4 },
  ];
  for (let choice = 0; choice < 27; choice++) {
    const places = scores.map((_, i) => Math.floor(choice / 3 ** i) % 3);
    const week = scores.filter((_, i) => places[i] === 2);
    const fortnight = scores.filter((_, i) => (places[i] ?? 0) > 0);
    for (const now of week) for (const other of others) found.push({ score: now, week, fortnight, ...other });
  }
  return found;
})();

const operators = fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const);
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(operators, fc.constantFrom(null, held(days(7)), held(days(14))))
    .map(([operator, window]) => aTest('health-score', order(operator, count(40)), window)),
  fc.tuple(operators, fc.constantFrom(0, 20)).map(([operator, bound]) => aTest('nps', order(operator, count(bound)))),
  fc.tuple(fc.constantFrom('smb', 'enterprise'), fc.boolean()).map(([value, negated]) => aTest('segment', is(value, negated))),
  fc.constant(aTest('churn-threat')),
  fc.constant(judged('It burns')),
  fc
    .tuple(operators, fc.integer({ min: 1, max: 3 }), fc.constantFrom(7, 30))
    .map(([operator, bound, span]) => aTest('sla-breaches', order(operator, count(bound)), within(days(span)))),
);
const { condition: conditions } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((operands) => and(...operands)),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((operands) => or(...operands)),
    tie('condition').map((operand) => not(operand)),
  ),
}));

function holds(condition: Condition, world: World): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.operands.every((operand) => holds(operand, world));
    case 'or':
      return condition.operands.some((operand) => holds(operand, world));
    case 'not':
      return !holds(condition.operand, world);
    case 'group':
      return holds(condition.operand, world);
    case 'judgement':
      return world.text;
    case 'test': {
      const { comparison, window, subject } = condition;
      if (comparison?.kind === 'is') return (world.segment === comparison.value) !== comparison.negated;
      if (comparison?.kind !== 'order') return world.threat;
      const { operator, bound } = comparison;
      const meets = (value: number) =>
        operator === '<'
          ? value < bound.amount
          : operator === '<='
            ? value <= bound.amount
            : operator === '>'
              ? value > bound.amount
              : value >= bound.amount;
      if (subject === 'nps') return meets(world.npsNow);
      if (subject === 'sla-breaches') return meets(window?.span.amount === 7 ? world.breaches7 : world.breaches30);
      return (window === null ? [world.score] : window.span.amount === 7 ? world.week : world.fortnight).every(meets);
    }
  }
}

function isInside(box: Box, world: World): boolean {
  return [...box.values()].every(({ variable, within: set, broken }) => {
    const { name } = variable.subject;
    const has = (value: number | string, values: ValueSet) =>
      values.kind === 'numbers'
        ? values.spans.some(
            (span) =>
              typeof value === 'number' &&
              (value > span.low || (value === span.low && span.lowClosed)) &&
              (value < span.high || (value === span.high && span.highClosed)),
          )
        : values.values.has(String(value));
    if (name === 'nps') return has(world.npsNow, set);
    if (name === 'segment') return has(world.segment, set);
    if (name === 'churn-threat') return has(world.threat ? 'yes' : 'no', set);
    if (name === 'It burns') return has(world.text ? 'yes' : 'no', set);
    if (name === 'sla-breaches') return has(variable.span === 7 * 1440 ? world.breaches7 : world.breaches30, set);
    const values = variable.kind === 'now' ? [world.score] : variable.span === 7 * 1440 ? world.week : world.fortnight;
    return values.every((value) => has(value, set)) && broken.every((other) => !values.every((value) => has(value, other)));
  });
}

const member = (set: CaseSet, world: World) => set.some((box) => isInside(box, world));

describe('the algebra agrees with brute force', () => {
  it('on which worlds a condition holds in', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const set = cases(condition);
        const rest = complement(set);
        for (const world of worlds) {
          const expected = holds(condition, world);
          expect(member(set, world)).toBe(expected);
          expect(member(rest, world)).toBe(!expected);
        }
      }),
      { numRuns: 150 },
    );
  });
  it('on what two conditions share, and what one has alone', () => {
    fc.assert(
      fc.property(conditions, conditions, (one, other) => {
        const shared = intersectCases(cases(one), cases(other));
        const alone = subtractCases(cases(one), cases(other));
        for (const world of worlds) {
          expect(member(shared, world)).toBe(holds(one, world) && holds(other, world));
          expect(member(alone, world)).toBe(holds(one, world) && !holds(other, world));
        }
        if (isEmpty(shared)) expect(worlds.some((world) => holds(one, world) && holds(other, world))).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
  it('on emptiness: a set that is not empty has a case, one that is has none', () => {
    // Conditions over the score and its windows alone: the worlds above have every kind of history of it.
    const only = fc
      .tuple(operators, fc.constantFrom(null, held(days(7)), held(days(14))))
      .map(([operator, window]) => aTest('health-score', order(operator, count(40)), window));
    const mixed = fc.array(fc.tuple(only, fc.boolean()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(mixed, (tests) => {
        const condition = and(...tests.map(([test, negated]) => (negated ? not(test) : test)));
        expect(isEmpty(cases(condition))).toBe(!worlds.some((world) => holds(condition, world)));
      }),
      { numRuns: 400 },
    );
  });
  it('on subsets: equal sets contain each other, a part is contained in the whole', () => {
    fc.assert(
      fc.property(conditions, conditions, (one, other) => {
        expect(isSubset(cases(and(one, other)), cases(one))).toBe(true);
        expect(isSubset(cases(one), cases(or(one, other)))).toBe(true);
        expect(sameCases(cases(not(and(one, other))), cases(or(not(one), not(other))))).toBe(true);
        for (const box of subtractCases(cases(one), cases(other))) expect(isEmpty([box])).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
