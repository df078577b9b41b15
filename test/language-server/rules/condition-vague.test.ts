import { describe, expect, it } from 'vitest';
import { vagueWords } from '../../../language-server/rules/condition-vague.js';
import { findingsOf } from './findings-of.js';

const words = (text: string) => vagueWords(text).map((found) => found.words);

describe('condition/vague', () => {
  it('fires on judged texts and checks, at the word', async () => {
    const text = `role csm
trigger t "T" { when "We must answer soon" judged by csm -> l }
level l { owner csm action "Call" { check "Ask bi-weekly" } }
resolution r { require "It was fixed in a timely manner" judged by csm }`;
    expect(await findingsOf(text, { rule: 'condition/vague' })).toMatchObject([
      {
        level: 'warning',
        at: 'soon',
        element: 't',
        message: "'soon' means something else to everyone who reads it. Write by when, such as within 4 h.",
      },
      {
        at: 'bi-weekly',
        element: 'l.action:call',
        message:
          "'bi-weekly' means something else to everyone who reads it. Write 'twice a week' or 'every 2 weeks', whichever is meant.",
      },
      { at: 'in a timely manner', element: 'r' },
    ]);
  });

  it('knows the words', () => {
    expect(words('ASAP, or as soon as possible, as needed')).toEqual(['ASAP', 'as soon as possible', 'as needed']);
    expect(words('a reasonable offer, timely, multiple times, biweekly, Bi-Monthly')).toEqual([
      'reasonable',
      'timely',
      'multiple times',
      'biweekly',
      'Bi-Monthly',
    ]);
    expect(words('regularly if necessary, promptly')).toEqual(['regularly', 'if necessary', 'promptly']);
  });

  it('leaves alone words that only look like them', () => {
    expect(words('Every season at noon; The monsoon; Three times within 30 days; Every 2 weeks')).toEqual([]);
    expect(words('Customer confirms the fix; Logs attached; Usage, tickets, sponsor and survey looked at')).toEqual([]);
  });

  it('leaves alone titles, notes and examples', async () => {
    const text = `role csm trigger t "Soon" { when churn-threat example "They want it asap" -> l }
level l "As needed" { owner csm note "Soon" action "Call soon" }`;
    expect(await findingsOf(text, { rule: 'condition/vague' })).toEqual([]);
  });
});
