import fc from 'fast-check';
import { EmptyFileSystem } from 'langium';
import { parseHelper } from 'langium/test';
import { describe, expect, it } from 'vitest';
import { formatText } from '../../../language-server/features/format/formatter.js';
import { createSopServices } from '../../../language-server/sop-module.js';
import { composeProcedure, type ProcedureAnswers } from '../../../language-server/start/compose-procedure.js';
import { findingsOf } from '../rules/findings-of.js';

const today = '2026-11-23';
const { sop } = createSopServices(EmptyFileSystem);
const parse = parseHelper(sop);

async function problemsOf(answers: ProcedureAnswers): Promise<string[]> {
  const findings = await findingsOf(await composeProcedure(answers, today));
  return findings.map(({ code, at, message }) => `${code} at ${at}: ${message}`);
}

describe('composing a procedure', () => {
  it('makes a clean one without any answer', async () => {
    expect(await problemsOf({})).toEqual([]);
  });

  it('makes a clean one of all answers', async () => {
    const answers: ProcedureAnswers = {
      title: 'Outages at Acme',
      segment: 'enterprise',
      triggers: [
        { title: 'Most users are locked out', when: 'affected-users-share >= 50% for 15 min' },
        { title: 'Their lawyer writes' },
      ],
      levels: [
        { title: 'L1 Support', resolveWithin: '8 h' },
        { title: 'L2 Engineering', resolveWithin: '2 days' },
        { title: 'L3 Board', resolveWithin: '1 week' },
      ],
      owners: ['Support Agent', 'Engineer', 'CTO'],
      work: [
        { actions: ['Look at the alerts', 'Restart what hangs'], decision: 'Is it a known fault?' },
        { actions: ['Find the cause'] },
      ],
      messages: { channel: 'Status page', firstWithin: '15 min', updateEvery: '2 h', informed: ['Press office'] },
      ending: { criteria: ['Users work again'], reopenWithin: '7 days', closing: ['Blameless review', 'Mend the alert'] },
    };
    expect(await problemsOf(answers)).toEqual([]);
    const text = await composeProcedure(answers, today);
    expect(text).toContain('when affected-users-share >= 50% for 15 min\n');
    expect(text).toContain('  notify customer "Who owns it, and when the next update comes" by support-agent via status-page');
    expect(text).toContain('  review every 90 days last 2026-11-23\n');
  });

  it.each(['30 min', '1 h', '4 business hours', '1 business day', '3 days', '2 weeks', '1 month'])(
    'keeps a promise of %s',
    async (resolveWithin) => {
      const levels = ['A', 'B', 'C'].map((letter) => ({ title: `Level ${letter}${letter}${letter}`, resolveWithin }));
      expect(await problemsOf({ levels })).toEqual([]);
    },
  );

  it('takes a condition it cannot read as what a person judges', async () => {
    const text = await composeProcedure({ triggers: [{ title: 'Trouble', when: 'health is bad' }] }, today);
    expect(text).toContain('when "health is bad" judged by customer-success-manager');
    expect(await problemsOf({ triggers: [{ title: 'Trouble', when: 'health is bad' }] })).toEqual([]);
  });

  it('makes of any answers a text that is read without errors and formatted', async () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('level', 'sop', 'customer', '"', '\\', '', 'CSM', '->', '//', '1st', 'closed', 'otherwise'),
    );
    const duration = fc.oneof(words, fc.constantFrom('4 h', '2 business days', '1 week', '1 min', '0 h'));
    const optional = { requiredKeys: [] };
    const answers = fc.record(
      {
        title: words,
        segment: fc.oneof(words, fc.constant('smb')),
        triggers: fc.array(fc.record({ title: words, when: fc.oneof(words, fc.constant('nps < 0')) }), { maxLength: 3 }),
        levels: fc.array(fc.record({ title: words, resolveWithin: duration }), { maxLength: 4 }),
        owners: fc.array(words, { maxLength: 4 }),
        work: fc.array(fc.record({ actions: fc.array(words, { maxLength: 3 }), decision: words }), { maxLength: 3 }),
        messages: fc.record(
          { channel: words, firstWithin: duration, updateEvery: duration, informed: fc.array(words, { maxLength: 3 }) },
          optional,
        ),
        ending: fc.record(
          { criteria: fc.array(words, { maxLength: 2 }), reopenWithin: duration, closing: fc.array(words, { maxLength: 2 }) },
          optional,
        ),
      },
      optional,
    );
    await fc.assert(
      fc.asyncProperty(answers, async (given) => {
        const text = await composeProcedure(given as ProcedureAnswers, today);
        const foundation = (await findingsOf(text)).filter(({ code }) => /^(syntax|link|name|value|import)/.test(code));
        expect(foundation.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
        expect(formatText(await parse(text))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
