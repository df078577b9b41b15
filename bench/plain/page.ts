/**
 * A preview page the plain way, for the bench only: takes the place of ours in a copy of the extension, gets the same pushes, has
 * ELK lay out the whole graph in a worker and writes the whole picture anew. One layout at a time, the newest waits.
 */
import ELK from 'elkjs/lib/elk-api.js';
import type { ProcedurePush, ToPage } from '../../src/preview-messages.js';
import { onMessage, post } from '../../webview/host.js';
import { latestWins } from '../../webview/latest-wins.js';
import { elkGraph } from './elk-graph.js';
import { plainSvg } from './svg.js';

const script = document.currentScript;
const stage = document.createElement('main');
stage.id = 'stage';
const diagram = document.createElement('div');
diagram.id = 'diagram';
stage.append(diagram);

async function start(): Promise<void> {
  if (!(script instanceof HTMLScriptElement)) return;
  const worker = await (await fetch(script.src.replace('webview.js', 'elk-worker.cjs'))).text();
  const address = URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }));
  const elk = new ELK({ workerFactory: () => new Worker(address) });
  const show = latestWins(
    async ({ procedure, version }: ProcedurePush) => {
      diagram.innerHTML = plainSvg(await elk.layout(elkGraph(procedure)), version);
    },
    (error) => console.error(error),
  );
  onMessage((message: ToPage) => {
    if (message.type === 'procedure') show(message);
  });
  document.body.append(stage);
  post({ type: 'ready' });
}

void start();
