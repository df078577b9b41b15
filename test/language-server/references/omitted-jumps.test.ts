import { expect, it } from 'vitest';
import { messages, open, textAt, withCode } from '../workspace-helper.js';

const levels = `
  trigger start "Start" { when arr > 1 USD -> top }
  level low "Low" {
    escalate after 1 day -> top
    escalate when arr > 5 USD -> top
    action first "First" -> top
    decide d "D?" { "Yes" -> top.call otherwise { action inner "I" -> done } }
  }
  level top "Top" { action call "Call" -> done }
  resolution done "Done" { reopen within 1 day -> top -> end }
  closure end {}
`;

async function omitted(changes: string) {
  const opened = await open(`${levels} variant smb "SMB accounts" when segment is smb { ${changes} }`);
  return withCode(opened, 'link/omitted').map((found) => `${found.range.start.line}: ${textAt(opened, found)}`);
}

it('finds every jump to what a variant omits, with the variant', async () => {
  expect(await omitted('omit top')).toEqual(['1: top', '3: top', '4: top', '5: top', '6: top.call', '9: top']);
  const opened = await open(`level a { action "x" -> b } level b "B" {} variant v "V" when arr > 1 USD { omit b }`);
  expect(messages(opened, 'link/omitted')).toEqual([
    "In the variant 'V' this leads to 'B', which is omitted there. Override it in the variant, or lead it elsewhere.",
  ]);
});

it('leaves alone what is overridden or omitted as well', async () => {
  expect(
    await omitted(`omit top, start, low.d
      override level low { escalate after 2 days -> done escalate when arr > 5 USD -> done action first "F" -> done }`),
  ).toEqual(['9: top']);
  expect(await omitted('omit top, low, done override trigger start { -> end }')).toEqual([]);
});

it('finds jumps to omitted steps, and those the variant writes itself', async () => {
  expect(await omitted('omit top.call')).toEqual(['6: top.call']);
  expect(await omitted('omit low.inner')).toEqual([]);
  expect(await omitted('omit low.first override level low { insert before d { action n "N" -> first } }')).toEqual(['11: first']);
});
