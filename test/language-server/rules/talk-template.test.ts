import { describe, expect, it } from 'vitest';
import { changed, clean } from './clean.js';
import { findingsOf } from './findings-of.js';

const template = (text: string) => findingsOf(text, { rule: 'talk/template' });

describe('talk/template', () => {
  it('offers the nearest placeholder, and writes it', async () => {
    const text = changed(['{owner} is on it', '{ownr} is on it']);
    const [finding, ...others] = await template(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      level: 'error',
      at: '{ownr}',
      message: "'First answer' cannot fill '{ownr}'. Did you mean '{owner}'?",
      fix: { title: 'Write {owner}', result: clean },
    });
  });

  it('lists what there is where nothing is near', async () => {
    expect((await template(changed(['{ticket}', '{phase-of-moon}'])))[0]).toMatchObject({
      at: '{phase-of-moon}',
      message:
        "'First answer' cannot fill '{phase-of-moon}'. Use {customer}, {owner}, {severity}, {ticket}, {update}, {level} or the name of a metric.",
    });
  });

  it('finds the place in a text of many lines', async () => {
    const text = changed([
      'body "Hi {customer}, {owner} is on it."',
      'body """\n    Hi {customer},\n    {owner} writes {udpate}.\n  """',
    ]);
    const [finding] = await template(text);
    expect(finding).toMatchObject({ at: '{udpate}', range: { start: { line: 15, character: 19 } } });
  });

  it.each([
    '{customer}{owner}{severity}{ticket}{update}{level}',
    '{affected-users-share}',
    '{nps} and {own-metric}',
    'no braces',
  ])('knows what is in "%s"', async (body) => {
    const text = changed(
      ['Hi {customer}, {owner} is on it.', body],
      ['role vp-support', 'metric own-metric { count }\nrole vp-support'],
    );
    expect(await template(text)).toEqual([]);
  });

  it('points out a message to an external role without a template', async () => {
    expect(await template(changed([' using first-answer', '']))).toMatchObject([
      {
        level: 'info',
        at: 'notify',
        message:
          "'We are on it' reaches 'Customer' without a template, so everybody words it anew. Add one, such as 'using first-answer'.",
      },
    ]);
  });

  it('lets people inside be told in any words', async () => {
    expect(
      await template(changed(['notify customer "We are on it" via email using first-answer', 'notify vp-support "Hi"'])),
    ).toEqual([]);
  });
});
