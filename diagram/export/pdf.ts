/**
 * The picture as a PDF with text that can be selected: one page as large as it is, or A4 or Letter pages behind a cover that
 * says which version of the procedure this is, who owns and approved it, and when it is looked at again.
 */
import PDFDocument from 'pdfkit';
import svgToPdf from 'svg-to-pdfkit';
import type { Procedure } from '../../flow/procedure.js';
import { roleTitle, roleTitles } from '../../flow/titles.js';
import type { Drawing } from '../drawing.js';
import { paint } from '../paint.js';
import { svgText } from '../svg-text.js';
import { ExportCancelled, type Exporter, type ExportInput } from './exporter.js';
import { joined } from './font-subset.js';

export const pdfExporter: Exporter = {
  format: 'pdf',
  title: 'Document (PDF)',
  extension: 'pdf',
  export: async (input) => {
    const drawing = await input.drawing();
    const svg = svgText(paint(drawing, input.procedure), { theme: input.theme });
    const document = await newDocument(input);
    const done = collect(document);
    if (input.paper === 'fit') {
      document.addPage({ size: [drawing.width, drawing.height], margin: 0 });
      addPicture(document, svg, 0, 0, drawing.width, drawing.height);
    } else {
      addCover(document, input);
      await addPages(document, input, svg, drawing);
    }
    document.end();
    return done;
  },
};

/** Points; PDF counts 72 of them an inch. */
const paperSizes = { a4: [595.28, 841.89], letter: [612, 792] } as const;
const margin = 42;
/** Below this the pages lie on their side. */
const readableScale = 0.6;
/** Below this no text can be read: the picture is cut into columns instead. */
const smallestScale = 0.4;

type Pdf = InstanceType<typeof PDFDocument>;

async function newDocument({ procedure, assets, today }: ExportInput): Promise<Pdf> {
  const [regular, semibold] = await Promise.all([assets.font('regular'), assets.font('semibold')]);
  const made = new Date(`${today}T12:00:00Z`);
  const document = new PDFDocument({
    autoFirstPage: false,
    // Our own font is registered below: the built-in ones lack most of Unicode and need files of their own.
    font: '',
    info: { Title: procedure.title ?? procedure.name, Subject: 'Escalation procedure', CreationDate: made, ModDate: made },
    lang: 'en',
    displayTitle: true,
  });
  document.registerFont('Inter', bufferOf(regular)).registerFont('Inter-Semibold', bufferOf(semibold));
  document.font('Inter');
  return document;
}

function collect(document: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(joined(chunks)));
    document.on('error', reject);
  });
}

/** The bytes alone: in a browser there is no other kind of buffer. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

function addPicture(document: Pdf, svg: string, x: number, y: number, width: number, height: number): void {
  svgToPdf(document, svg, x, y, {
    width,
    height,
    assumePt: true,
    fontCallback: (_family: string, bold: boolean) => (bold ? 'Inter-Semibold' : 'Inter'),
  });
}

function addCover(document: Pdf, { procedure, paper, today }: ExportInput): void {
  const size = paperSizes[paper === 'letter' ? 'letter' : 'a4'];
  document.addPage({ size: [...size], margin });
  const width = size[0] - 2 * margin;
  document.font('Inter-Semibold').fontSize(26).fillColor('#1b2330');
  document.text(procedure.title ?? procedure.name, margin, 150, { width });
  document.font('Inter').fontSize(12).fillColor('#5a6474');
  document.text(procedure.variant ? `Escalation procedure, variant ${procedure.variant}` : 'Escalation procedure', { width });
  document.moveDown(2);
  for (const [label, value] of coverFacts(procedure, today)) {
    document.font('Inter').fontSize(10).fillColor('#5a6474').text(label, { width });
    document.font('Inter-Semibold').fontSize(12).fillColor('#1b2330').text(value, { width });
    document.moveDown(0.6);
  }
}

function coverFacts(procedure: Procedure, today: string): readonly (readonly [string, string])[] {
  const { header } = procedure;
  const approvals = (header?.approvals ?? []).map(({ by, on }) => `${roleTitles(procedure, by)}${on ? ` on ${on}` : ''}`);
  const review = header?.review;
  const facts: readonly (readonly [string, string])[] = [
    ['Version', header?.versionText ?? ''],
    ['Status', header?.status ?? ''],
    ['Owner', header?.owner ? roleTitle(procedure, header.owner) : ''],
    ['Approved by', approvals.join('; ')],
    ['Reviewed', review ? `${review.last ? `last on ${review.last}, ` : ''}every ${review.every.text}` : ''],
    ['Next review', review?.last ? dateAfter(review.last, review.every.minutes) : ''],
    ['Printed', today],
  ];
  return facts.filter(([, value]) => value !== '');
}

/** ISO date so many minutes after another. */
function dateAfter(date: string, minutes: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}

/** The picture over as many pages as it needs, cut between its boxes where that is possible. */
async function addPages(document: Pdf, input: ExportInput, svg: string, drawing: Drawing): Promise<void> {
  const upright = paperSizes[input.paper === 'letter' ? 'letter' : 'a4'];
  const fitsUpright = (upright[0] - 2 * margin) / drawing.width >= readableScale;
  const size: readonly [number, number] = fitsUpright ? upright : [upright[1], upright[0]];
  const area = { width: size[0] - 2 * margin, height: size[1] - 2 * margin - 16 };
  const scale = Math.min(1, Math.max(area.width / drawing.width, smallestScale));
  const columns = Math.max(1, Math.ceil((drawing.width * scale - 1) / area.width));
  const slices = slicesOf(drawing, area.height / scale);
  const title = input.procedure.title ?? input.procedure.name;
  const pages = slices.length * columns;
  for (const [row, slice] of slices.entries()) {
    for (let column = 0; column < columns; column++) {
      if (input.cancelled?.()) throw new ExportCancelled();
      document.addPage({ size: [...size], margin: 0 });
      document.save();
      document.rect(margin, margin, area.width, (slice.to - slice.from) * scale).clip();
      document.translate(margin - column * area.width, margin - slice.from * scale).scale(scale);
      addPicture(document, svg, 0, 0, drawing.width, drawing.height);
      document.restore();
      const number = row * columns + column + 1;
      document.font('Inter').fontSize(8).fillColor('#5a6474');
      document.text(`${title} · ${number} of ${pages}`, margin, size[1] - margin, { width: area.width, lineBreak: false });
      input.progress?.(number / pages);
      // A breath between pages, so that whoever waits can call it off.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}

interface Slice {
  readonly from: number;
  readonly to: number;
}

/** Cuts a drawing into parts no higher than `height` pixels: between boxes if there is such a place in the lower half. */
function slicesOf(drawing: Drawing, height: number): readonly Slice[] {
  const solid = drawing.boxes.filter((box) => box.kind !== 'level' && box.kind !== 'resolution' && box.kind !== 'closure');
  const slices: Slice[] = [];
  let from = 0;
  while (drawing.height - from > height) {
    let to = from + height;
    for (let at = to; at > from + height / 2; at -= 4) {
      if (!solid.some((box) => box.y < at && box.y + box.height > at)) {
        to = at;
        break;
      }
    }
    slices.push({ from, to });
    from = to;
  }
  slices.push({ from, to: drawing.height });
  return slices;
}
