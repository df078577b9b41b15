/** BPMN 2.0: subprocesses become levels, lanes roles, gateways decisions, boundary timers escalations, end events resolutions. */
import { type BpmnElement, readBpmn } from './bpmn-elements.js';
import { type Chart, type ChartArrow, type ChartGroup, type ChartNode, type ChartNodeKind, looseGroup } from './chart.js';
import { ImportError } from './import-error.js';
import type { Importer } from './importer.js';
import { procedureFromChart } from './procedure-from-chart.js';
import { durationOf, durationText, readDuration } from './written-duration.js';

export const bpmnImporter: Importer = {
  format: 'bpmn',
  title: 'a BPMN process',
  extensions: ['bpmn', 'bpmn2', 'xml'],
  looksLike: (text) => /<(\w+:)?definitions\b/.test(text.slice(0, 4000)),
  import: async (text, file) => procedureFromChart(chartOfProcess(await readBpmn(text)), file),
};

/** @throws `ImportError` */
export function chartOfProcess(definitions: BpmnElement): Chart {
  const processes = definitions.many('rootElements').filter(({ type }) => type === 'process');
  const sized = [...processes].sort((one, other) => other.many('flowElements').length - one.many('flowElements').length);
  const [process, ...others] = sized;
  if (!process || process.many('flowElements').length === 0)
    throw new ImportError('There is no process with steps in this file.');
  return new Reader(definitions, process, others).chart();
}

class Reader {
  readonly #process: BpmnElement;
  readonly #others: readonly BpmnElement[];
  readonly #title: string;
  readonly #groups: ChartGroup[] = [];
  readonly #nodes: ChartNode[] = [];
  readonly #arrows: ChartArrow[] = [];
  readonly #open: string[] = [];
  readonly #lanes = new Map<string, string>();
  /** The subprocess each element stands in, by id. */
  readonly #holder = new Map<string, BpmnElement>();
  readonly #all = new Map<string, BpmnElement>();

  constructor(definitions: BpmnElement, process: BpmnElement, others: readonly BpmnElement[]) {
    this.#process = process;
    this.#others = others;
    const pool = definitions
      .many('rootElements')
      .flatMap((root) => root.many('participants'))
      .find((participant) => participant.one('processRef')?.id === process.id);
    this.#title = process.name || pool?.name || '';
  }

  chart(): Chart {
    for (const laneSet of this.#process.many('laneSets')) this.#readLanes(laneSet.many('lanes'));
    this.#readInto(this.#process.many('flowElements'), null, null);
    for (const element of this.#all.values()) this.#connect(element);
    for (const { name, id } of this.#others)
      this.#open.push(`the process '${name || id}' of this file was not taken over: import it by itself`);
    return { title: this.#title, groups: this.#groups, nodes: this.#nodes, arrows: this.#arrows, open: this.#open };
  }

  #readLanes(lanes: readonly BpmnElement[]): void {
    for (const lane of lanes) {
      for (const { id } of lane.many('flowNodeRef')) if (lane.name !== '') this.#lanes.set(id, lane.name);
      this.#readLanes(lane.one('childLaneSet')?.many('lanes') ?? []);
    }
  }

  #readInto(elements: readonly BpmnElement[], group: string | null, holder: BpmnElement | null): void {
    for (const element of elements) {
      this.#all.set(element.id, element);
      if (holder) this.#holder.set(element.id, holder);
      if (isSubprocess(element)) {
        const own = group ?? element.id;
        if (group === null)
          this.#groups.push({ id: element.id, title: element.name || 'Level', owner: this.#lanes.get(element.id) ?? null });
        this.#readInto(element.many('flowElements'), own, element);
        continue;
      }
      const node = this.#node(element, group, holder, elements);
      if (node) this.#nodes.push(node);
    }
  }

  #node(
    element: BpmnElement,
    group: string | null,
    holder: BpmnElement | null,
    elements: readonly BpmnElement[],
  ): ChartNode | null {
    const kind = kindOf(element, this.#waysFrom(element, elements), holder !== null);
    if (kind === null) return null;
    const role = this.#lanes.get(element.id) ?? (holder ? this.#lanes.get(holder.id) : undefined);
    const within = kind === 'wait' ? timerOf(element) : null;
    const open = [
      ...(element.type === 'callActivity' ? ["this was a process of its own: import it and write 'follow'"] : []),
      ...(element.one('loopCharacteristics')
        ? ['this was done several times: write how often with every, or once for each']
        : []),
    ];
    return {
      id: element.id,
      kind,
      title: element.name || fallbackTitle(kind),
      group: kind === 'start' || kind === 'end' ? null : group,
      ...(role !== undefined && { by: [role] }),
      ...(within !== null && { within }),
      ...(open.length > 0 && { open }),
    };
  }

  #connect(element: BpmnElement): void {
    if (element.type === 'boundaryEvent') {
      this.#escalation(element);
      return;
    }
    if (element.type !== 'sequenceFlow') return;
    const from = element.one('sourceRef');
    const to = element.one('targetRef');
    if (!from || !to) {
      this.#open.push(`the arrow '${element.name || element.id}' leads nowhere`);
      return;
    }
    // Out of a subprocess: its ends are followed to here. From its start or a boundary event: read elsewhere.
    if (isSubprocess(from) || from.type === 'boundaryEvent' || this.#isInnerStart(from)) return;
    const label = element.name || element.one('conditionExpression')?.text('body') || '';
    for (const target of this.#goesOn(to)) this.#arrows.push({ from: from.id, to: target, label });
  }

  #escalation(event: BpmnElement): void {
    const host = event.one('attachedToRef');
    const [flow] = this.#flowsFrom(event);
    const to = flow?.one('targetRef');
    if (!host || !to) {
      this.#open.push(`the event '${event.name || event.id}' at the edge of a step leads nowhere`);
      return;
    }
    const from = isSubprocess(host) ? (this.#groupOf(host) ?? host.id) : (this.#groupOf(host) ?? looseGroup.id);
    const after = timerOf(event) ?? (readDurationText(event.name) || null);
    if (!isSubprocess(host))
      this.#open.push(`the clock '${event.name || after || event.id}' stood on the step '${host.name}'; here it is of the level`);
    for (const target of this.#goesOn(to)) {
      this.#arrows.push({ from, to: target, label: event.name || flow?.name || '', ...(after !== null && { after }) });
    }
  }

  /** What an arrow to an element means: the first step of a subprocess, what follows a subprocess at its inner end. */
  #goesOn(to: BpmnElement, seen: ReadonlySet<string> = new Set()): string[] {
    if (seen.has(to.id)) return [];
    const here = new Set([...seen, to.id]);
    if (isSubprocess(to)) {
      const inner = to.many('flowElements');
      const start = inner.find(({ type }) => type === 'startEvent');
      const first = start
        ? this.#flowsFrom(start)[0]?.one('targetRef')
        : inner.find((element) => kindOf(element, 1, true) !== null);
      // One with nothing in it is passed through.
      return first ? this.#goesOn(this.#all.get(first.id) ?? first, here) : this.#after(to, '', here);
    }
    const holder = this.#holder.get(to.id);
    if (holder && to.type === 'endEvent') return this.#after(holder, to.name, here);
    return [to.id];
  }

  /** Where a subprocess goes on after the end of that name. */
  #after(holder: BpmnElement, name: string, seen: ReadonlySet<string>): string[] {
    const flows = this.#flowsFrom(holder);
    const flow = flows.find((each) => name !== '' && each.name === name) ?? flows[0];
    const target = flow?.one('targetRef');
    if (target) return this.#goesOn(this.#all.get(target.id) ?? target, seen);
    const outer = this.#holder.get(holder.id);
    return outer ? this.#after(outer, name, seen) : [];
  }

  #flowsFrom(element: BpmnElement): BpmnElement[] {
    const linked = element.many('outgoing');
    if (linked.length > 0) return linked;
    // Some tools leave `outgoing` away: the arrows tell it as well.
    return [...this.#all.values()].filter((flow) => flow.type === 'sequenceFlow' && flow.one('sourceRef')?.id === element.id);
  }

  #waysFrom(element: BpmnElement, beside: readonly BpmnElement[]): number {
    return beside.filter((flow) => flow.type === 'sequenceFlow' && flow.one('sourceRef')?.id === element.id).length;
  }

  #isInnerStart(element: BpmnElement): boolean {
    return element.type === 'startEvent' && this.#holder.has(element.id);
  }

  /** Id of the outermost subprocess around an element, or of itself. */
  #groupOf(element: BpmnElement): string | null {
    let at: BpmnElement | undefined = element;
    let group = isSubprocess(element) ? element.id : null;
    while (at) {
      at = this.#holder.get(at.id);
      if (at) group = at.id;
    }
    return group;
  }
}

function isSubprocess({ type }: BpmnElement): boolean {
  return type === 'subProcess' || type === 'transaction' || type === 'adHocSubProcess';
}

/** Null: no box of its own. */
function kindOf({ type }: BpmnElement, ways: number, inner: boolean): ChartNodeKind | null {
  switch (type) {
    case 'startEvent':
      return inner ? null : 'start';
    case 'endEvent':
      return inner ? null : 'end';
    case 'parallelGateway':
      return ways > 1 ? 'fork' : 'join';
    case 'exclusiveGateway':
    case 'inclusiveGateway':
    case 'eventBasedGateway':
    case 'complexGateway':
      return ways > 1 ? 'decision' : 'join';
    case 'sendTask':
    case 'intermediateThrowEvent':
      return 'notify';
    case 'receiveTask':
    case 'intermediateCatchEvent':
      return 'wait';
    case 'callActivity':
      return 'step';
    default:
      return /task$/i.test(type) ? 'step' : null;
  }
}

function fallbackTitle(kind: ChartNodeKind): string {
  return kind === 'start' ? 'It starts' : kind === 'end' ? 'Resolved' : kind === 'decision' ? 'Which way?' : '';
}

/** `PT4H`, `P2D`, `R3/PT10M` as the language writes it; null where there is none. */
function timerOf(event: BpmnElement): string | null {
  const [timer] = event.many('eventDefinitions').filter(({ type }) => type === 'timerEventDefinition');
  const written = (timer?.one('timeDuration') ?? timer?.one('timeCycle'))?.text('body').trim() ?? '';
  const match =
    /^(?:R\d*\/)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(written);
  if (!match) return readDurationText(written) || null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const total = ((years * 365 + months * 30 + weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds / 60;
  if (total <= 0) return null;
  const [day, hour] = [total % 1440 === 0, total % 60 === 0];
  const whole = day
    ? durationOf(total, false)
    : hour
      ? { amount: total / 60, business: false, unit: 'h' as const }
      : { amount: Math.ceil(total), business: false, unit: 'min' as const };
  return durationText(whole);
}

function readDurationText(text: string): string {
  const read = readDuration(text);
  return read ? durationText(read) : '';
}
