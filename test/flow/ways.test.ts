import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Procedure } from '../../flow/procedure.js';
import { sharesText } from '../../flow/time-text.js';
import { Ways } from '../../flow/ways.js';
import { unroll } from '../../flow/ways-unroll.js';
import { procedureOf } from '../language-server/compile/procedure-of.js';

const of = (steps: string): Promise<Procedure> =>
  procedureOf(`role agent level first { owner agent ${steps} } resolution done { require "x" judged by agent }`);
const inside = (procedure: Procedure) => new Ways(procedure, { from: ['first'], inside: 'first' });

describe('ways through a level', () => {
  it('finds the slowest and the quickest, with the edge that leaves', async () => {
    const procedure = await of(
      'decide "?" { "a" { action "x" within 3 h } "b" -> done otherwise { action "y" within 1 h } } action "z" within 1 h -> done',
    );
    const ways = inside(procedure);
    expect(ways.slowest()).toMatchObject({ end: 240, exit: { kind: 'next', to: 'done' } });
    expect(ways.quickest()).toMatchObject({ end: 0, exit: { kind: 'branch', to: 'done' } });
  });

  it('takes the slowest lane on the quickest way too', async () => {
    const procedure = await of(
      'parallel { lane "a" { action "x" within 3 h } lane "b" { action "y" within 1 h } } action "z" -> done',
    );
    expect(inside(procedure).quickest()?.end).toBe(180);
  });

  it('shows a way in words', async () => {
    const procedure = await of(
      'action "x" within 3 h page agent "Ring" for 10 min then agent for 5 min wait "w" up to 1 day else -> done -> done',
    );
    const way = inside(procedure).slowest();
    expect(way && sharesText(procedure, way)).toBe('x 3 h → Ring 15 min → w 1 day');
  });

  it('ends at a goal on arrival, or when it is done', async () => {
    const procedure = await of('action "x" within 3 h action goal "y" within 1 h -> done');
    const until = (kind: 'arrived' | 'done') => (id: string) => (id === 'first.goal' ? kind : null);
    expect(new Ways(procedure, { from: ['first'], until: until('arrived') }).slowest()).toMatchObject({
      end: 180,
      last: 'first.goal',
    });
    expect(new Ways(procedure, { from: ['first'], until: until('done') }).slowest()).toMatchObject({
      end: 240,
      last: 'first.goal',
    });
  });

  it('agrees with trying all ways, whatever the jumps', async () => {
    const size = 6;
    const arbitrary = fc.array(
      fc.record({
        minutes: fc.integer({ min: 0, max: 90 }),
        to: fc.array(fc.integer({ min: 0, max: size }), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: size, maxLength: size },
    );
    await fc.assert(
      fc.asyncProperty(arbitrary, async (steps) => {
        const name = (index: number) => (index === size ? 'done' : `s${index}`);
        const text = steps.map(({ minutes, to }, index) => {
          const branches = to.map((target, branch) => `"${branch}" -> ${name(target)}`).join(' ');
          return `decide s${index} "s${index}" within ${minutes} min { ${branches} }`;
        });
        const longest = (at: number, seen: ReadonlySet<number>): number => {
          if (at === size) return 0;
          if (seen.has(at)) return Number.NEGATIVE_INFINITY;
          const step = steps[at];
          if (!step) return Number.NEGATIVE_INFINITY;
          const inner = new Set([...seen, at]);
          return step.minutes + Math.max(...step.to.map((next) => longest(next, inner)));
        };
        const expected = longest(0, new Set());
        const found = inside(await of(text.join('\n'))).slowest();
        expect(found?.end ?? Number.NEGATIVE_INFINITY).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('unroll', () => {
  it('leaves what has no loop as it is, each place once', () => {
    const onwards: Record<string, string[]> = { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] };
    const { list } = unroll(['a'], (place) => onwards[place] ?? []);
    expect(list.map(({ place }) => place).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leads only to later places, however large the loops', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(29), { maxLength: 4 }), { minLength: 30, maxLength: 30 }), (edges) => {
        const { list } = unroll([0], (place) => edges[place] ?? []);
        list.forEach(({ place, next }, index) => {
          for (const later of next) {
            expect(later).toBeGreaterThan(index);
            expect(edges[place]).toContain(list[later]?.place);
          }
        });
        const reached = new Set([0]);
        for (const place of reached) for (const next of edges[place] ?? []) reached.add(next);
        expect(new Set(list.map(({ place }) => place))).toEqual(reached);
      }),
    );
  });
});
