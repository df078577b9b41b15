import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (levels: string) =>
  findingsOf(`role agent trigger call { when nps < 0 -> first } ${levels} resolution done { require "x" judged by agent }`, {
    rule: 'flow/approvals',
  });
const ask = (name: string, next: string) => `approve ${name} "${name}" by agent { approved -> ${next} rejected -> done }`;

describe('flow/approvals', () => {
  it('fires at the third in a row, once, across levels too', async () => {
    expect(
      await of(
        `level first { owner agent ${ask('a', 'b')} ${ask('b', 'second')} } level second { owner agent ${ask('c', 'd')} ${ask('d', 'done')} }`,
      ),
    ).toMatchObject([
      {
        level: 'warning',
        at: 'c',
        message:
          "'a' → 'b' → 'c' are three approvals in a row with nothing done in between. Let one role approve, or ask in a 'parallel'.",
        related: [
          { at: 'a', message: "'a' comes before it." },
          { at: 'b', message: "'b' comes before it." },
        ],
      },
    ]);
  });

  it('counts the way on which what lies between is skipped', async () => {
    expect(
      await of(`level first { owner agent ${ask('a', 'x')} action x "x" when nps < 0 ${ask('b', 'c')} ${ask('c', 'done')} }`),
    ).toHaveLength(1);
  });

  it('keeps quiet about two, about work in between, and about going back', async () => {
    expect(await of(`level first { owner agent ${ask('a', 'b')} ${ask('b', 'done')} }`)).toEqual([]);
    expect(await of(`level first { owner agent ${ask('a', 'b')} ${ask('b', 'x')} action x "x" ${ask('c', 'done')} }`)).toEqual(
      [],
    );
    expect(await of(`level first { owner agent ${ask('a', 'b')} ${ask('b', 'a')} }`)).toEqual([]);
  });
});
