/** The page of the peers' bench: text in, painted SVG out, ours and Mermaid's, in the same window. */
import elkLayouts from '@mermaid-js/layout-elk';
import mermaid from 'mermaid';
import { arrange } from '../diagram/arrange.js';
import { toMermaid } from '../diagram/export/mermaid.js';
import { paint } from '../diagram/paint.js';
import { styleSheet } from '../diagram/style.js';
import { Picture } from '../webview/picture.js';
import { procedureOfText } from './compile-text.js';

export type PeerName = 'ours' | 'dagre' | 'elk';

declare global {
  interface Window {
    /** Milliseconds from the text until the frame after the change was painted; -1 where the peer refuses. */
    benchShow: (peer: PeerName, text: string) => Promise<number>;
    /** The same flow as Mermaid's text. */
    benchMermaid: (text: string) => Promise<string>;
  }
}

const looks = new CSSStyleSheet();
looks.replaceSync(styleSheet());
document.adoptedStyleSheets = [looks];
const places = { ours: place(), dagre: place(), elk: place() };
places.ours.className = 'sop-diagram';
const picture = new Picture(places.ours);
mermaid.registerLayoutLoaders(elkLayouts);
let runs = 0;

window.benchMermaid = async (text) => toMermaid(await procedureOfText(text));
window.benchShow = async (peer, text) => {
  for (const [name, element] of Object.entries(places)) element.hidden = name !== peer;
  await painted();
  const start = performance.now();
  try {
    if (peer === 'ours') {
      const procedure = await procedureOfText(text);
      const { figures, width, height, title } = paint(arrange(procedure), procedure);
      picture.show(figures, { width, height, title }, ++runs, { x: 0, y: 0 });
    } else {
      const { svg } = await mermaid.render(`peer-${++runs}`, text);
      places[peer].innerHTML = svg;
    }
  } catch (error) {
    console.error(String(error));
    return -1;
  }
  await painted();
  return performance.now() - start;
};

const layouts: Record<Exclude<PeerName, 'ours'>, string> = { dagre: 'dagre', elk: 'elk' };
const asked = new URLSearchParams(location.search).get('layout');
mermaid.initialize({
  startOnLoad: false,
  securityLevel: 'strict',
  maxEdges: 10_000,
  maxTextSize: 10_000_000,
  layout: asked === 'elk' ? layouts.elk : layouts.dagre,
});

function place(): HTMLElement {
  const element = document.createElement('div');
  document.body.append(element);
  return element;
}

/** The first task after the frame in which what was changed so far is shown. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
}
