/** Reads BPMN 2.0 XML by `bpmn-moddle` and gives its elements with types that tell what may be missing. */
import { ImportError } from './import-error.js';

/** One element; what it refers to comes by the methods. */
export class BpmnElement {
  readonly #raw: object;

  constructor(raw: object) {
    this.#raw = raw;
  }

  /** Without its prefix: `startEvent`, `userTask`. */
  get type(): string {
    const type = this.text('$type').replace(/^.*:/, '');
    return type.charAt(0).toLowerCase() + type.slice(1);
  }

  get id(): string {
    return this.text('id');
  }

  get name(): string {
    return this.text('name').replaceAll(/\s+/g, ' ').trim();
  }

  text(property: string): string {
    const value: unknown = Reflect.get(this.#raw, property);
    return typeof value === 'string' ? value : '';
  }

  one(property: string): BpmnElement | null {
    const value: unknown = Reflect.get(this.#raw, property);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? new BpmnElement(value) : null;
  }

  many(property: string): BpmnElement[] {
    const value: unknown = Reflect.get(this.#raw, property);
    if (!Array.isArray(value)) return [];
    return value.filter((each): each is object => typeof each === 'object' && each !== null).map((each) => new BpmnElement(each));
  }
}

/** The `definitions` of a file. @throws `ImportError` for what is no BPMN. */
export async function readBpmn(text: string): Promise<BpmnElement> {
  if (text.trim() === '') throw new ImportError('The file is empty.');
  if (/<!DOCTYPE/i.test(text))
    throw new ImportError('A BPMN file has no DOCTYPE; this one is not read.', lineOf(text, '<!DOCTYPE'));
  // Only who imports BPMN pays for its reader.
  const { BpmnModdle } = await import('bpmn-moddle');
  try {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(text.replace(/^\ufeff/, ''));
    const root = new BpmnElement(rootElement);
    if (root.type !== 'definitions')
      throw new ImportError(`This is no BPMN 2.0 file: it begins with '${root.type}', not 'definitions'.`);
    const broken = warnings.find(({ message }) => /unparsable|nested|unclosed|missing/i.test(message));
    if (broken) throw faultOf(broken.message);
    return root;
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw faultOf(error instanceof Error ? error.message : String(error));
  }
}

function faultOf(message: string): ImportError {
  const line = /line:\s*(\d+)/i.exec(message)?.[1];
  const [first = ''] = message.split('\n');
  const twice = /duplicate ID <(.*?)>/.exec(message)?.[1];
  const what = (twice === undefined ? first : `the id '${twice}' stands twice`)
    .replace(/^failed to parse document as <.*>$/, 'it holds no BPMN definitions')
    .replace(/\s*at\s*line:.*$/i, '')
    .replace(/^unparsable content.*$/i, 'it cannot be read here')
    .trim();
  // The library counts from zero.
  return new ImportError(`This is no BPMN 2.0 file that can be read: ${what}.`, line === undefined ? null : Number(line) + 1);
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.toUpperCase().indexOf(part)).split('\n').length;
}
