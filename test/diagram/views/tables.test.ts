import { expect, it } from 'vitest';
import { communicationOf } from '../../../diagram/views/communication.js';
import { responsibilitiesOf } from '../../../diagram/views/responsibilities.js';
import { procedureOf } from '../../language-server/compile/procedure-of.js';

const source = `sop x "X" { owner lead } role csm "CSM" role lead "Lead" role legal "Legal" channel email "Email"
level first "First" { owner lead consulted legal update customer every 4 h via email by csm warn lead at 75% of resolve resolve within 1 day
  action look "Look" by csm
  notify customer "We are on it" by csm via email within 30 min
  page csm "Wake up" for 10 min then lead -> done }
resolution done "Done" { require "Fine" judged by csm -> over } closure over "Over"`;

it('says who does, answers for, is asked about and is told of each step', async () => {
  const { roles, rows } = responsibilitiesOf(await procedureOf(source));
  expect(roles.map((role) => role.title)).toEqual(expect.arrayContaining(['CSM', 'Lead', 'Legal', 'Customer']));
  expect(rows[0]).toMatchObject({ id: 'first.look', title: 'Look', place: { title: 'First' } });
  expect({ ...rows[0]?.parts }).toEqual({ csm: ['R'], lead: ['A'], legal: ['C'] });
  expect({ ...rows[1]?.parts }).toEqual({ csm: ['R'], lead: ['A'], legal: ['C'], customer: ['I'] });
});

it('says who is told what, when, over what, by whom', async () => {
  const rows = communicationOf(await procedureOf(source));
  const short = rows.map((row) => [row.to, row.what, row.when, row.via, row.by, row.external]);
  expect(short).toEqual([
    ['Customer', 'We are on it', 'within 30 min', 'Email', 'CSM', true],
    ['CSM', 'Wake up', '', '', 'Lead', false],
    ['Lead', 'Wake up', 'no answer for 10 min', '', 'Lead', false],
    ['Customer', 'Update', 'every 4 h', 'Email', 'CSM', true],
    ['Lead', 'Warning: time to resolve is running out', 'at 75% of it', '', '', false],
  ]);
});

it('says with which template a message is written', async () => {
  const rows = communicationOf(
    await procedureOf(`sop x "X" { owner a } role a "A" template hello "Hello letter" { body "Dear" }
level one "One" { owner a notify customer "Hello" by a using hello }`),
  );
  expect(rows.map((row) => row.template)).toEqual(['Hello letter']);
});
