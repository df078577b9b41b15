import { describe, expect, it } from 'vitest';
import { leadingTo, reachedFrom, reachedFromTriggers } from '../../flow/reach.js';
import { WaysAvoiding } from '../../flow/ways-avoiding.js';
import { procedureOf } from '../language-server/compile/procedure-of.js';

const flow = `role agent trigger call { when nps < 0 -> first.late }
level first { owner agent escalate after 1 h -> second action early "Early" action late "Late" -> done }
level second { owner agent action "Help" -> done }
level lost { owner agent action "Never" -> done }
resolution done { require "x" judged by agent reopen -> second -> over } closure over { action "Learn" }`;

describe('reach', () => {
  it('follows jumps into a level, its escalations, reopenings and closures', async () => {
    const reached = reachedFromTriggers(await procedureOf(flow));
    expect([...reached].sort()).toEqual([
      'done',
      'first',
      'first.late',
      'over',
      'over.action:learn',
      'second',
      'second.action:help',
    ]);
  });

  it('looks backwards', async () => {
    const procedure = await procedureOf(flow);
    expect(leadingTo(procedure, ['second']).has('first.early')).toBe(true);
    expect(leadingTo(procedure, ['lost'])).toEqual(new Set(['lost']));
    expect(reachedFrom(procedure, ['over']).has('first')).toBe(false);
  });
});

describe('ways that avoid something', () => {
  it('shows one, with all lanes', async () => {
    const procedure = await procedureOf(`role agent level first { owner agent action a "A"
parallel { lane "x" { action b "B" } lane "y" { action c "C" } } decide "?" { "y" { action d "D" -> done } otherwise -> done } }
resolution done { require "x" judged by agent }`);
    const ways = new WaysAvoiding(procedure, { from: ['first'], avoid: ({ id }) => id === 'first.d' });
    const [end] = ways.ends;
    expect(end?.id).toBe('done');
    expect(end && ways.wayTo(end).map(({ title, kind }) => title ?? kind)).toEqual(['A', 'parallel', 'B', 'C', '?']);
    expect(new WaysAvoiding(procedure, { from: ['first'], avoid: ({ id }) => id === 'first.c' }).ends).toEqual([]);
  });

  it('leaves a level by its escalations after its last step, where asked to', async () => {
    const procedure = await procedureOf(flow);
    const reaches = (escalating: boolean) =>
      [...new WaysAvoiding(procedure, { from: ['first'], avoid: () => false, escalating }).reached].some(
        ({ id }) => id === 'second',
      );
    expect([reaches(true), reaches(false)]).toEqual([true, false]);
  });
});
