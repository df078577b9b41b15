/**
 * A TrueType font cut down to the characters a picture shows, so that a file can carry it: a few kilobytes instead of some
 * hundred. Kerning and ligatures are left out: the picture is measured without them.
 */

/**
 * The font with the outlines of these characters only. Those it does not have are left to the reader's own fonts.
 * @throws RangeError where the bytes are no TrueType font.
 */
export function subsetFont(font: Uint8Array, text: string): Uint8Array {
  const tables = tablesOf(font);
  const glyphOf = glyphsByCharacter(tableNamed(tables, 'cmap'));
  const outlines = outlinesOf(tables);
  const codes = [...new Set([...text].map((character) => character.codePointAt(0) ?? 0))].sort((one, other) => one - other);
  const known = codes.flatMap((code) => {
    const glyph = glyphOf.get(code);
    return glyph === undefined ? [] : [{ code, glyph }];
  });
  const { order, places } = withParts([0, ...known.map(({ glyph }) => glyph)], outlines);
  const kept = order.map((glyph) => renumbered(outlines(glyph), places));
  const entries: readonly (readonly [string, Uint8Array])[] = [
    ['OS/2', tableNamed(tables, 'OS/2').bytes],
    ['cmap', characterTable(known.map(({ code, glyph }) => [code, places.get(glyph) ?? 0] as const))],
    ['glyf', joined(kept)],
    ['head', headTable(tables)],
    ['hhea', counted(tableNamed(tables, 'hhea').bytes, 34, order.length)],
    ['hmtx', metrics(tables, order)],
    ['loca', locations(kept)],
    ['maxp', counted(tableNamed(tables, 'maxp').bytes, 4, order.length)],
    ['name', emptyNames],
    ['post', unnamedGlyphs(tables)],
  ];
  return fontFile(entries);
}

interface Table {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

function tablesOf(font: Uint8Array): ReadonlyMap<string, Table> {
  const view = viewOf(font);
  const tables = new Map<string, Table>();
  const count = view.getUint16(4);
  for (let index = 0; index < count; index++) {
    const at = 12 + 16 * index;
    const name = String.fromCharCode(...font.subarray(at, at + 4));
    const bytes = font.subarray(view.getUint32(at + 8), view.getUint32(at + 8) + view.getUint32(at + 12));
    tables.set(name, { bytes, view: viewOf(bytes) });
  }
  return tables;
}

function tableNamed(tables: ReadonlyMap<string, Table>, name: string): Table {
  const table = tables.get(name);
  if (!table) throw new RangeError(`The font has no table '${name}'.`);
  return table;
}

/** From a character's code to its glyph, out of the widest table of characters. */
function glyphsByCharacter({ view }: Table): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const count = view.getUint16(2);
  for (let index = 0; index < count; index++) {
    const at = view.getUint32(4 + 8 * index + 4);
    const format = view.getUint16(at);
    if (format === 4) readSegments(view, at, glyphs);
    else if (format === 12) readGroups(view, at, glyphs);
  }
  return glyphs;
}

function readSegments(view: DataView, at: number, glyphs: Map<number, number>): void {
  const double = view.getUint16(at + 6);
  for (let index = 0; index < double; index += 2) {
    const end = view.getUint16(at + 14 + index);
    const start = view.getUint16(at + 16 + double + index);
    const delta = view.getUint16(at + 16 + 2 * double + index);
    const place = at + 16 + 3 * double + index;
    const offset = view.getUint16(place);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const found = offset === 0 ? code : view.getUint16(place + offset + 2 * (code - start));
      if (found !== 0) glyphs.set(code, (found + delta) & 0xffff);
    }
  }
}

function readGroups(view: DataView, at: number, glyphs: Map<number, number>): void {
  const count = view.getUint32(at + 12);
  for (let index = 0; index < count; index++) {
    const group = at + 16 + 12 * index;
    const start = view.getUint32(group);
    for (let code = start; code <= view.getUint32(group + 4); code++) glyphs.set(code, view.getUint32(group + 8) + code - start);
  }
}

type Outlines = (glyph: number) => Uint8Array;

function outlinesOf(tables: ReadonlyMap<string, Table>): Outlines {
  const { view: places } = tableNamed(tables, 'loca');
  const { bytes } = tableNamed(tables, 'glyf');
  const long = tableNamed(tables, 'head').view.getInt16(50) === 1;
  const placeOf = (glyph: number): number => (long ? places.getUint32(4 * glyph) : 2 * places.getUint16(2 * glyph));
  return (glyph) => bytes.subarray(placeOf(glyph), placeOf(glyph + 1));
}

/** The glyphs and those they are put together from, each with its new number. */
function withParts(
  glyphs: readonly number[],
  outlines: Outlines,
): { order: readonly number[]; places: ReadonlyMap<number, number> } {
  const places = new Map<number, number>();
  const order: number[] = [];
  const add = (glyph: number): void => {
    if (places.has(glyph)) return;
    places.set(glyph, order.length);
    order.push(glyph);
    for (const { part } of partsOf(outlines(glyph))) add(part);
  };
  for (const glyph of glyphs) add(glyph);
  return { order, places };
}

/** Glyphs that a glyph such as `ä` is put together from, and where their numbers stand. */
function partsOf(outline: Uint8Array): readonly { readonly at: number; readonly part: number }[] {
  if (outline.length === 0) return [];
  const view = viewOf(outline);
  if (view.getInt16(0) >= 0) return [];
  const parts: { at: number; part: number }[] = [];
  for (let at = 10, flags = more; (flags & more) !== 0; ) {
    flags = view.getUint16(at);
    parts.push({ at: at + 2, part: view.getUint16(at + 2) });
    at += 4 + ((flags & wordArguments) !== 0 ? 4 : 2);
    at += (flags & scaled) !== 0 ? 2 : (flags & scaledTwice) !== 0 ? 4 : (flags & turned) !== 0 ? 8 : 0;
  }
  return parts;
}

const wordArguments = 0x1;
const scaled = 0x8;
const more = 0x20;
const scaledTwice = 0x40;
const turned = 0x80;

/** A copy that refers to the new numbers, as long as a multiple of four. */
function renumbered(outline: Uint8Array, places: ReadonlyMap<number, number>): Uint8Array {
  const copy = padded(outline);
  const view = viewOf(copy);
  for (const { at, part } of partsOf(outline)) view.setUint16(at, places.get(part) ?? 0);
  return copy;
}

function characterTable(pairs: readonly (readonly [code: number, glyph: number])[]): Uint8Array {
  const bytes = new Uint8Array(28 + 12 * pairs.length);
  const view = viewOf(bytes);
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, 16 + 12 * pairs.length);
  view.setUint32(24, pairs.length);
  for (const [index, [code, glyph]] of pairs.entries()) {
    view.setUint32(28 + 12 * index, code);
    view.setUint32(32 + 12 * index, code);
    view.setUint32(36 + 12 * index, glyph);
  }
  return bytes;
}

function headTable(tables: ReadonlyMap<string, Table>): Uint8Array {
  const bytes = Uint8Array.from(tableNamed(tables, 'head').bytes);
  const view = viewOf(bytes);
  view.setUint32(8, 0);
  view.setInt16(50, 1);
  return bytes;
}

function counted(table: Uint8Array, at: number, count: number): Uint8Array {
  const bytes = Uint8Array.from(table);
  viewOf(bytes).setUint16(at, count);
  return bytes;
}

function metrics(tables: ReadonlyMap<string, Table>, order: readonly number[]): Uint8Array {
  const { view: from } = tableNamed(tables, 'hmtx');
  const full = tableNamed(tables, 'hhea').view.getUint16(34);
  const bytes = new Uint8Array(4 * order.length);
  const view = viewOf(bytes);
  for (const [index, glyph] of order.entries()) {
    view.setUint16(4 * index, from.getUint16(4 * Math.min(glyph, full - 1)));
    view.setInt16(4 * index + 2, from.getInt16(glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full)));
  }
  return bytes;
}

function locations(outlines: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(4 * (outlines.length + 1));
  const view = viewOf(bytes);
  let at = 0;
  for (const [index, { length }] of outlines.entries()) {
    at += length;
    view.setUint32(4 * (index + 1), at);
  }
  return bytes;
}

/** No names: the style sheet names it. */
const emptyNames = Uint8Array.of(0, 0, 0, 0, 0, 6);

function unnamedGlyphs(tables: ReadonlyMap<string, Table>): Uint8Array {
  const bytes = Uint8Array.from(tableNamed(tables, 'post').bytes.subarray(0, 32));
  viewOf(bytes).setUint32(0, 0x0003_0000);
  return bytes;
}

function fontFile(entries: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const power = 2 ** Math.floor(Math.log2(entries.length));
  const directory = new Uint8Array(12 + 16 * entries.length);
  const view = viewOf(directory);
  view.setUint32(0, 0x0001_0000);
  view.setUint16(4, entries.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (entries.length - power) * 16);
  let at = directory.length;
  for (const [index, [name, bytes]] of entries.entries()) {
    const entry = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter++) view.setUint8(entry + letter, name.charCodeAt(letter));
    view.setUint32(entry + 4, sumOf(padded(bytes)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    at += padded(bytes).length;
  }
  return joined([directory, ...entries.map(([, bytes]) => padded(bytes))]);
}

function sumOf(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function padded(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  copy.set(bytes);
  return copy;
}

/** One after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
