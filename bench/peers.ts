/** Ours and Mermaid (dagre and ELK) in Chromium: one edit of the same flow, from the text to the painted picture. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { launchBrowser } from '../test/e2e/editor.js';
import { labelEdit, procedureOf, stepEdit } from './generate.js';
import { type Tell, timesOf, yardstick } from './measure.js';

const part = 'peers';
/** How many times faster ours has to be, by steps. */
const bounds: Readonly<Record<number, number>> = { 50: 6, 100: 10, 200: 15 };

export async function benchPeers(tell: Tell, folder: string): Promise<void> {
  const { address, server } = await served(join(folder, 'peers-page.js'));
  const browser = await launchBrowser();
  try {
    // Mermaid keeps one layout for a page, so each engine has one of its own; ours is in the first.
    const pages = { dagre: await browser.newPage(), elk: await browser.newPage() };
    for (const [layout, page] of Object.entries(pages)) await page.goto(`${address}?layout=${layout}`);
    for (const steps of [20, 50, 100, 200]) {
      const text = procedureOf({ steps });
      const samples = { ours: [] as number[], dagre: [] as number[], elk: [] as number[] };
      const rounds = steps > 50 ? 2 : 4;
      for (let round = -1; round < rounds; round++) {
        yardstick.measure();
        const edited = (round % 2 === 0 ? labelEdit : stepEdit)(text, round + 1);
        const mermaid = await pages.dagre.evaluate((given) => window.benchMermaid(given), edited);
        for (const peer of ['ours', 'dagre', 'elk'] as const) {
          const page = peer === 'elk' ? pages.elk : pages.dagre;
          // What is to be measured is not to meet a window in the background.
          await page.bringToFront();
          const time = await page.evaluate(([name, given]) => window.benchShow(name, given), [
            peer,
            peer === 'ours' ? edited : mermaid,
          ] as const);
          if (round >= 0 && time >= 0) samples[peer].push(time);
        }
      }
      const ours = timesOf(samples.ours);
      for (const peer of ['dagre', 'elk'] as const) {
        const other = timesOf(samples[peer]);
        const bound = bounds[steps];
        tell({
          part,
          name: `text → painted after one edit, ${steps} steps`,
          ...ours,
          reference: { name: `Mermaid 12 (${peer})`, ...other },
          ratio: other.median / ours.median,
          ...(bound === undefined ? {} : { ratioBound: bound }),
        });
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
}

function served(script: string): Promise<{ address: string; server: Server }> {
  const code = readFileSync(script);
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? code : '<!DOCTYPE html><meta charset="utf-8"><body><script src="/page.js"></script></body>');
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      resolve({ address: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/`, server });
    });
  });
}
