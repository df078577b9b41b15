import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const steps = (count: number) => Array.from({ length: count }, (_, i) => `action "Step ${i}"`).join('\n');
const level = (name: string, count: number, next: string) => `level ${name} "${name}" { owner agent ${steps(count)} -> ${next} }`;
const of = (levels: string) =>
  findingsOf(
    `sop help "Help" {} role agent trigger call { when nps < 0 -> a } ${levels} resolution done { require "x" judged by agent }`,
    { rule: 'flow/size' },
  );

describe('flow/size', () => {
  it('fires on a level with more than 25 steps', async () => {
    expect(await of(level('a', 26, 'done'))).toMatchObject([
      {
        level: 'info',
        at: 'a',
        message:
          "'a' has 26 steps; more than 25 are hard to follow. Split it into two levels, or move a part into a procedure of its own and 'follow' that.",
      },
    ]);
    expect(await of(level('a', 25, 'done'))).toEqual([]);
  });

  it('fires on a procedure with more than 50, and says which part could move', async () => {
    expect(await of(`${level('a', 20, 'b')} ${level('b', 15, 'c')} ${level('c', 16, 'done')}`)).toMatchObject([
      {
        at: 'help',
        message:
          "'Help' has 51 steps; more than 50 are hard to follow. 'c' with its 16 steps could be a procedure of its own, which this one follows or converts to.",
        related: [{ at: 'c', message: "'c' could move." }],
      },
    ]);
    expect(await of(`${level('a', 20, 'b')} ${level('b', 15, 'c')} ${level('c', 15, 'done')}`)).toEqual([]);
  });
});
