/**
 * Small pictures in hovers: a role's place in the ladder, a threshold on its metric's scale. Each is a data image in
 * Markdown whose alternative text says the same. Its colours stand out on light and dark grounds alike.
 */
import { testsOf } from '../../../flow/explain/explain-measure.js';
import type { Metric, Procedure, Role, Test, Threshold } from '../../../flow/procedure.js';

const strong = '#3b82f6';
const faint = '#8a8f98';
const font = 'font-family="system-ui, sans-serif" font-size="11"';

/** Null for a role that has no part in a ladder. */
export function ladderPicture(procedure: Procedure, role: Role): string | null {
  const { levels } = procedure;
  const name = role.name ?? '';
  const parts = levels.map((level) => ({
    title: level.title ?? level.name ?? '',
    owns: level.owners.includes(name),
    acts: procedure.steps.some((step) => step.parent === level.id && step.responsible.includes(name)),
    rung: level.rung,
  }));
  if (levels.length < 2 || levels.length > 12 || !parts.some(({ owns, acts }) => owns || acts)) return null;
  const rungs = Math.max(...parts.map(({ rung }) => rung)) + 1;
  const width = 320;
  const rise = 24;
  const height = rungs * rise + 4;
  const bars = parts.map(({ title, owns, acts, rung }) => {
    const beside = parts.filter((part) => part.rung === rung);
    const share = (width - 2) / beside.length;
    const x = 1 + share * beside.findIndex((part) => part.title === title);
    const y = height - (rung + 1) * rise - 1;
    const fill = owns ? strong : acts ? `${strong}55` : 'none';
    const text = owns ? '#ffffff' : faint;
    return `<rect x="${round(x)}" y="${y}" width="${round(share - 3)}" height="${rise - 4}" rx="3" fill="${fill}" stroke="${owns || acts ? strong : faint}"/><text x="${round(x + 6)}" y="${y + 14}" ${font} fill="${text}">${escaped(cut(title, Math.floor(share / 7)))}</text>`;
  });
  const own = parts.filter(({ owns }) => owns).map(({ title, rung }) => `${title} (rung ${rung + 1} of ${rungs})`);
  const acting = parts.filter(({ owns, acts }) => acts && !owns).map(({ title }) => title);
  const said = [own.length > 0 ? `owns ${own.join(', ')}` : '', acting.length > 0 ? `acts in ${acting.join(', ')}` : '']
    .filter((part) => part !== '')
    .join('; ');
  return image(`Ladder: ${role.title ?? name} ${said}.`, width, height, bars.join(''));
}

/** Null where nothing in the threshold lies on a scale. */
export function scalePicture(procedure: Procedure, threshold: Threshold): string | null {
  const rows = testsOf(threshold.when).flatMap((test) => {
    const metric = procedure.metrics.find((each) => each.name === test.subject);
    const part = metric && scaleOf(metric, test);
    return part ? [part] : [];
  });
  if (rows.length === 0 || rows.length > 6) return null;
  const width = 320;
  const row = 40;
  const drawn = rows.map(({ title, low, high, from, to, ends, bounds }, i) => {
    const x = (value: number): number => 8 + ((value - low) / (high - low)) * (width - 16);
    const y = i * row + 20;
    const filled = `<rect x="${round(x(from))}" y="${y - 3}" width="${round(Math.max(2, x(to) - x(from)))}" height="6" rx="3" fill="${strong}"/>`;
    const ticks = bounds.map(
      ({ at, text }) =>
        `<line x1="${round(x(at))}" y1="${y - 6}" x2="${round(x(at))}" y2="${y + 6}" stroke="${strong}" stroke-width="2"/><text x="${round(Math.min(width - 30, Math.max(20, x(at))))}" y="${y + 17}" ${font} text-anchor="middle" fill="${strong}">${escaped(text)}</text>`,
    );
    return `<text x="8" y="${y - 8}" ${font} fill="${faint}">${escaped(title)}</text><text x="${width - 8}" y="${y - 8}" ${font} text-anchor="end" fill="${faint}">${escaped(ends)}</text><rect x="8" y="${y - 2}" width="${width - 16}" height="4" rx="2" fill="${faint}" opacity="0.5"/>${filled}${ticks.join('')}`;
  });
  const said = rows.map(({ title, ends, words }) => `${title}, ${ends}: ${words}`).join('; ');
  return image(`Scale: ${said}.`, width, rows.length * row, drawn.join(''));
}

interface Scale {
  readonly title: string;
  readonly low: number;
  readonly high: number;
  /** Where it holds. */
  readonly from: number;
  readonly to: number;
  readonly ends: string;
  readonly words: string;
  readonly bounds: readonly { readonly at: number; readonly text: string }[];
}

function scaleOf(metric: Metric, { comparison }: Test): Scale | null {
  if (comparison?.kind !== 'order' && comparison?.kind !== 'between') return null;
  const quantities = comparison.kind === 'order' ? [comparison.bound] : [comparison.low, comparison.high];
  const bounds = quantities.map((quantity) => ({ at: quantity.duration?.minutes ?? quantity.amount, text: quantity.text }));
  const largest = Math.max(...bounds.map(({ at }) => at));
  const low = metric.domain.low ?? Math.min(0, ...bounds.map(({ at }) => at * 2));
  const high = metric.domain.high ?? (largest > 0 ? largest * 2 : 1);
  if (!(high > low) || bounds.some(({ at }) => !Number.isFinite(at) || at < low || at > high)) return null;
  const [first, second] = bounds;
  if (!first) return null;
  const below = comparison.kind === 'order' && comparison.operator.startsWith('<');
  const from = below ? low : first.at;
  const to = below ? first.at : (second?.at ?? high);
  const words =
    comparison.kind === 'between' ? `${first.text} to ${second?.text ?? ''}` : `${orderWords[comparison.operator]} ${first.text}`;
  const open = metric.domain.high === null ? `from ${low}` : `${low} to ${high}`;
  return { title: metric.title ?? metric.name ?? '', low, high, from, to, ends: open, words, bounds };
}

const orderWords = { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' } as const;

function image(alternative: string, width: number, height: number, content: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
  return `![${alternative.replaceAll(/[[\]\\]/g, '\\$&')}](data:image/svg+xml;base64,${base64(svg)})`;
}

/** Of UTF-8, in a worker of the browser as on Node. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, Math.max(1, length - 1))}…` : text;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
