import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (text: string) => findingsOf(text, { rule: 'people/loop' });

describe('people/loop', () => {
  it('fires once on roles that stand in for each other, at the last link', async () => {
    expect(await of('role a "A" { backup b } role b "B" { backup c } role c "C" { backup a }')).toMatchObject([
      {
        level: 'error',
        at: 'a',
        range: { start: { character: 68 } },
        message: "'C' is backed up by itself: C → A → B → C. Take one of these links out.",
        related: [
          { at: 'a', message: "'A' is on the way back." },
          { at: 'b', message: "'B' is on the way back." },
        ],
      },
    ]);
  });

  it('fires on a role that reports to itself, or is one of itself', async () => {
    expect(await of('role a { reports to a }')).toMatchObject([
      { message: "'a' reports to itself: a → a. Take one of these links out." },
    ]);
    expect(await of('role a { one of b, c } role b { one of a } role c')).toMatchObject([
      { message: "'b' is one of itself: b → a → b. Take one of these links out." },
    ]);
  });

  it('keeps quiet about chains, and about different relations that go round together', async () => {
    expect(await of('role a { backup b reports to b } role b { backup c one of c, d } role c role d')).toEqual([]);
    expect(await of('role a { backup b } role b { reports to a }')).toEqual([]);
  });
});
