/** Clocks in the editor's window: when keys were pressed, when their letters and the picture made of them were painted. */
import type { Locator, Page } from 'playwright-core';

declare global {
  interface Window {
    benchKeys: number[];
    benchEchoes: number[];
    benchPaints: { version: number; at: number }[];
  }
}

export interface Typing {
  readonly gap: number;
  readonly keys: number;
}

/** All times are those of one browser: milliseconds since its epoch. */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.benchKeys = [];
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key.length === 1) window.benchKeys.push(performance.timeOrigin + event.timeStamp);
      },
      true,
    );
  });
}

export async function watchPaints(diagram: Locator): Promise<void> {
  await diagram.evaluate((element) => {
    window.benchPaints = [];
    const look = (): void => {
      const version = Number(element.querySelector('svg[data-version]')?.getAttribute('data-version') ?? -1);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.benchPaints.push({ version, at: performance.timeOrigin + performance.now() });
        port2.postMessage(null);
      });
    };
    new MutationObserver(look).observe(element, { childList: true, subtree: true, attributeFilter: ['data-version'] });
  });
}

export async function watchEcho(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.benchEchoes = [];
    const lines = document.querySelector('.editor-instance .view-lines');
    if (!lines) return;
    const look = (): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.benchEchoes.push(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    };
    new MutationObserver(look).observe(lines, { childList: true, subtree: true, characterData: true });
  });
}

/** Milliseconds from each key to the first frame that shows its text or a later one: every key makes one version. */
export async function keysPainted(
  page: Page,
  diagram: Locator,
  { gap, keys }: Typing,
  keyOf: (index: number) => string,
): Promise<number[]> {
  await page.evaluate(() => {
    window.benchKeys.length = 0;
  });
  await diagram.evaluate(() => {
    window.benchPaints.length = 0;
  });
  for (let index = 0; index < keys; index++) {
    await page.keyboard.press(keyOf(index));
    await page.waitForTimeout(gap);
  }
  await page.waitForTimeout(1500);
  const pressed = await page.evaluate(() => window.benchKeys);
  const paints = await diagram.evaluate(() => window.benchPaints);
  const last = paints.at(-1)?.version ?? 0;
  return pressed.flatMap((at, index) => {
    const version = last - (pressed.length - 1 - index);
    const paint = paints.find((each) => each.version >= version && each.at >= at);
    return paint ? [paint.at - at] : [];
  });
}

export async function keysEchoed(page: Page, keys: number): Promise<number[]> {
  await page.evaluate(() => {
    window.benchKeys.length = 0;
    window.benchEchoes.length = 0;
  });
  for (let index = 0; index < keys; index++) {
    await page.keyboard.press('x');
    await page.waitForTimeout(300);
  }
  const [pressed, echoes] = await page.evaluate(() => [window.benchKeys, window.benchEchoes] as const);
  return pressed.flatMap((at) => {
    const echo = echoes.find((each) => each >= at);
    return echo === undefined ? [] : [echo - at];
  });
}
