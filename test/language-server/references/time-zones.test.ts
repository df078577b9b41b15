import { expect, it } from 'vitest';
import { messages, open, textAt, withCode } from '../workspace-helper.js';

const zone = async (name: string) => messages(await open(`calendar c { timezone "${name}" open always }`), 'value/zone');

it('takes every IANA zone', async () => {
  for (const name of ['Europe/London', 'UTC', 'Etc/GMT+5', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires']) {
    expect(await zone(name)).toEqual([]);
  }
});

it('offers the nearest zone, at the text', async () => {
  expect(await zone('Europe/Londn')).toEqual(["There is no time zone 'Europe/Londn'. Did you mean 'Europe/London'?"]);
  expect(await zone('New York')).toEqual(["There is no time zone 'New York'. Did you mean 'America/New_York'?"]);
  expect(await zone('+01:00')).toEqual([`There is no time zone '+01:00'. Write one like "Europe/London" or "UTC".`]);
  const opened = await open('calendar c { timezone "Mars" open always }');
  expect(withCode(opened, 'value/zone').map((found) => textAt(opened, found))).toEqual(['"Mars"']);
});
