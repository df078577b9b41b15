import { describe, expect, it } from 'vitest';
import { changed } from './clean.js';
import { findingsOf } from './findings-of.js';

const room = ['external channel email "Email"', 'external channel email "Email"\ninternal channel room "War room"'] as const;
const leak = (text: string) => findingsOf(text, { rule: 'talk/leak' });

describe('talk/leak', () => {
  it('names who cannot read what, and a channel that they can', async () => {
    expect(await leak(changed(room, ['via email using', 'via room using']))).toMatchObject([
      {
        level: 'error',
        at: 'room',
        message:
          "'Customer' cannot read 'War room', so 'We are on it' never arrives. Send it over a channel they can read, such as 'via email'.",
        related: [{ at: 'room', message: "'War room' is internal." }],
      },
    ]);
  });

  it('looks at updates of levels, severities and the header, and at pages', async () => {
    const text = changed(
      room,
      ['version "1.0"', 'version "1.0" update customer every 1 week via room'],
      ['trigger reported', 'severity high "High" { update customer every 1 day via room }\ntrigger reported'],
      [
        'resolve within 8 h',
        'resolve within 8 h\n  update customer every 4 h via room\n  for high { update customer every 1 h via room }',
      ],
      ['action repair', 'page customer for 5 min via room\n  action repair'],
    );
    expect((await leak(text)).map(({ at }) => at)).toEqual(['update', 'update', 'update', 'update', 'room']);
  });

  it.each([
    ['one of the channels can be read', 'via room, email using'],
    ['the channel says neither', 'via chat using'],
    ['no channel is named', 'using'],
  ])('has nothing to say where %s', async (_name, via) => {
    expect(await leak(changed(room, ['role vp-support', 'channel chat\nrole vp-support'], ['via email using', via]))).toEqual([]);
  });

  it('lets people inside read internal channels', async () => {
    expect(
      await leak(changed(room, ['notify customer "We are on it" via email using', 'notify vp-support "Hi" via room using'])),
    ).toEqual([]);
  });
});
