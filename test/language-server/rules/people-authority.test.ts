import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (roles: string, approval: string) =>
  findingsOf(
    `${roles} level first { owner agent approve ${approval} { approved -> done rejected -> done } } resolution done { require "x" judged by agent }`,
    { rule: 'people/authority' },
  );
const roles = `role agent "Agent" role lead "Lead" { may approve "Service credit" up to 5k USD }
role boss "Boss" { may approve "service  CREDIT" up to 50k USD may approve "Discount" up to 20% }`;

describe('people/authority', () => {
  it('fires on more than the approver may, and names who may', async () => {
    expect(await of(roles, 'credit "Service credit" of 10k USD by lead')).toMatchObject([
      {
        level: 'error',
        at: 'credit',
        message:
          "'Service credit' asks for an approval of 10k USD, but 'Lead' may approve only up to 5k USD. 'Boss' may: let them approve it.",
        related: [{ at: 'may approve "Service credit" up to 5k USD', message: 'What they may approve.' }],
      },
    ]);
  });

  it('says when nobody may', async () => {
    expect(await of(roles, '"Service credit" of 100k USD by boss')).toMatchObject([
      {
        message: expect.stringContaining(
          "may approve only up to 50k USD. Nobody in this procedure may: raise a limit with 'may approve', or lower the amount.",
        ),
      },
    ]);
  });

  it('takes none at all for zero where others have one, the owner being the approver where nobody is named', async () => {
    expect(await of(roles, '"Service credit" of 10 USD')).toMatchObject([
      {
        message: expect.stringContaining("but 'Agent' may approve nothing. 'Lead' and 'Boss' may: let one of them approve it."),
        related: [{ at: 'agent' }],
      },
    ]);
    expect(await of('role agent', '"Service credit" of 10 USD')).toEqual([]);
  });

  it('finds the subject by title or name, and takes the highest where there is none', async () => {
    expect(await of(roles, 'discount "Money off" of 25% by boss')).toHaveLength(1);
    expect(await of(roles, '"Gift" of 6k USD by lead')).toHaveLength(1);
    expect(await of(roles, '"Gift" of 4k USD by lead')).toEqual([]);
  });

  it('keeps quiet at the limit, without a limit, without an amount, and about another currency', async () => {
    expect(await of(roles, '"Service credit" of 5k USD by lead')).toEqual([]);
    expect(await of(`${roles} role head { may approve "Service credit" }`, '"Service credit" of 5M USD by head')).toEqual([]);
    expect(await of(roles, '"Service credit" by agent')).toEqual([]);
    expect(await of(roles, '"Service credit" of 10k EUR by lead')).toEqual([]);
    expect(await of(roles, '"Service credit" of 10k usd by lead')).toEqual([]);
  });

  it('lets a role that is filled at run time do what those who fill it may', async () => {
    expect(await of(`${roles} role any { one of lead, boss }`, '"Service credit" of 10k USD by any')).toEqual([]);
    expect(await of(`${roles} role any { one of lead, agent }`, '"Service credit" of 10k USD by any')).toHaveLength(1);
  });
});
