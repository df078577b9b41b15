import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (levels: string) =>
  findingsOf(`role agent trigger call { when nps < 0 -> first } ${levels} resolution done { require "x" judged by agent }`, {
    rule: 'time/no-way-out',
  });
const top = 'level top { owner agent action "z" -> done }';

describe('time/no-way-out', () => {
  it('fires on a wait without a limit, and offers one', async () => {
    const [finding, ...others] = await of('level first { owner agent wait reply "A reply" when nps < 0 -> done }');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      level: 'warning',
      at: 'reply',
      message: "'A reply' may wait for ever. Say how long, and what happens then, such as up to 2 business days else -> done.",
      related: [],
    });
    expect(finding?.fix?.result).toContain('wait reply "A reply" up to 2 business days else -> done when nps < 0 -> done');
  });

  it('fires on a level that promises nothing and never escalates', async () => {
    const [finding, ...others] = await of(`level first "First" {\n  owner agent\n  action "a" -> done\n}\n${top}`);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      at: 'first',
      message:
        "'First' can stay open for ever: it promises no time to resolve and never escalates. Add 'resolve within' and 'escalate after', such as resolve within 1 business day and escalate after 1 business day -> top.",
    });
    expect(finding?.fix?.result).toContain('resolve within 1 business day\n  escalate after 1 business day -> top\n');
  });

  it('excuses the top level, and what stands beside it', async () => {
    expect(await of('level first { owner agent action "a" -> done }')).toEqual([]);
    expect(
      await of('level first { owner agent action "a" -> done } level legal { owner agent beside first action "b" -> done }'),
    ).toEqual([]);
  });

  it('keeps quiet about any escalation, a time to resolve, and a block for each severity', async () => {
    for (const way of ['resolve within 1 h', 'escalate when nps < 0 -> top', 'escalate unless acknowledged within 1 h -> top']) {
      expect(await of(`level first { owner agent ${way} action "a" -> done } ${top}`)).toEqual([]);
    }
    const both = 'severity bad { when nps < 0 } severity good';
    expect(
      await of(`level first { owner agent for bad, good { resolve within 1 h } action "a" -> done } ${top} ${both}`),
    ).toEqual([]);
    expect(await of(`level first { owner agent for bad { resolve within 1 h } action "a" -> done } ${top} ${both}`)).toHaveLength(
      1,
    );
  });

  it('keeps quiet about a wait with a limit', async () => {
    expect(await of('level first { owner agent wait "x" up to 1 h else -> done -> done }')).toEqual([]);
  });
});
