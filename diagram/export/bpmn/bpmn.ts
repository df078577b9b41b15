/** The procedure as BPMN 2.0 with diagram interchange, for Camunda, Signavio, bpmn.io and the like. */
import { BpmnModdle } from 'bpmn-moddle';
import type { Procedure } from '../../../flow/procedure.js';
import type { Point, Rect } from '../../drawing.js';
import type { Exporter } from '../exporter.js';
import { processOf } from './from-procedure.js';
import type { Flow, Node, Scope } from './graph.js';
import { flowKey, type Places, placeProcess } from './place.js';

export const bpmnExporter: Exporter = {
  format: 'bpmn',
  title: 'BPMN 2.0',
  extension: 'bpmn',
  export: async ({ procedure, assets }) => {
    const scope = processOf(procedure);
    return toXml(procedure, scope, await placeProcess(scope, await assets.layoutEngine()));
  },
};

type Element = ReturnType<BpmnModdle['create']>;

async function toXml(procedure: Procedure, scope: Scope, places: Places): Promise<string> {
  const moddle = new BpmnModdle();
  const writer = new Writer(moddle, places);
  const process = moddle.create('bpmn:Process', {
    id: writer.idOf('process'),
    name: procedure.title ?? procedure.name,
    isExecutable: false,
  });
  writer.fill(process, scope);
  const laneNames = [...places.lanes.keys()];
  const laneElements = laneNames.map((name) =>
    moddle.create('bpmn:Lane', {
      id: writer.idOf(`lane.${name}`),
      name: name || 'Everybody',
      flowNodeRef: scope.nodes.filter((node) => (node.lane ?? '') === name).flatMap((node) => writer.elements.get(node.id) ?? []),
    }),
  );
  process.set('laneSets', [moddle.create('bpmn:LaneSet', { id: writer.idOf('lanes'), lanes: laneElements })]);
  const participant = moddle.create('bpmn:Participant', {
    id: writer.idOf('pool'),
    name: procedure.title ?? procedure.name,
    processRef: process,
  });
  const collaboration = moddle.create('bpmn:Collaboration', { id: writer.idOf('collaboration'), participants: [participant] });

  const shapes = [writer.shape(participant, 'pool', places.pool, { isHorizontal: true })];
  laneNames.forEach((name, index) => {
    const rect = places.lanes.get(name);
    const lane = laneElements[index];
    if (rect && lane) shapes.push(writer.shape(lane, `lane.${name}`, rect, { isHorizontal: true }));
  });
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: writer.idOf('plane'),
    bpmnElement: collaboration,
    planeElement: [...shapes, ...writer.pictures],
  });
  const diagram = moddle.create('bpmndi:BPMNDiagram', { id: writer.idOf('diagram'), plane });
  const definitions = moddle.create('bpmn:Definitions', {
    id: writer.idOf('definitions'),
    targetNamespace: 'urn:escalation-sop',
    exporter: 'Escalation SOP',
    rootElements: [collaboration, process],
    diagrams: [diagram],
  });
  const { xml } = await moddle.toXML(definitions, { format: true });
  return xml;
}

/** Makes the elements of a scope and their shapes. */
class Writer {
  readonly elements = new Map<string, Element>();
  readonly pictures: Element[] = [];
  readonly #moddle: BpmnModdle;
  readonly #places: Places;
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(moddle: BpmnModdle, places: Places) {
    this.#moddle = moddle;
    this.#places = places;
  }

  /** An XML name that stays the same for the same id of ours. */
  idOf(id: string): string {
    let known = this.#ids.get(id);
    if (known === undefined) {
      const base = `sop_${id.replaceAll(/[^A-Za-z0-9_.-]+/g, '_')}`;
      known = base;
      for (let count = 2; this.#taken.has(known); count++) known = `${base}_${count}`;
      this.#taken.add(known);
      this.#ids.set(id, known);
    }
    return known;
  }

  fill(container: Element, scope: Scope): void {
    const children: Element[] = [];
    for (const node of scope.nodes) children.push(this.#node(node));
    for (const node of scope.nodes) {
      if (node.attachedTo) this.elements.get(node.id)?.set('attachedToRef', this.elements.get(node.attachedTo));
    }
    for (const flow of scope.flows) {
      const element = this.#flow(flow, scope);
      if (element) children.push(element);
    }
    container.set('flowElements', children);
  }

  #node(node: Node): Element {
    const type = `bpmn:${node.type[0]?.toUpperCase()}${node.type.slice(1)}`;
    const element = this.#moddle.create(type, {
      id: this.idOf(node.id),
      ...(node.name !== '' && { name: plain(node.name) }),
    });
    this.elements.set(node.id, element);
    if (node.documentation)
      element.set('documentation', [this.#moddle.create('bpmn:Documentation', { text: plain(node.documentation) })]);
    if (node.called) element.set('calledElement', this.idOf(`procedure.${node.called}`));
    const event = this.#eventDefinition(node);
    if (event) element.set('eventDefinitions', [event]);
    const rect = this.#places.nodes.get(node.id);
    if (rect) this.pictures.push(this.shape(element, node.id, rect, node.scope ? { isExpanded: true } : {}));
    if (node.scope) this.fill(element, node.scope);
    return element;
  }

  #eventDefinition(node: Node): Element | null {
    const expression = (body: string): Element => this.#moddle.create('bpmn:FormalExpression', { body: plain(body) });
    const id = this.idOf(`${node.id}.definition`);
    if (node.timer) return this.#moddle.create('bpmn:TimerEventDefinition', { id, timeDuration: expression(node.timer) });
    if (node.condition)
      return this.#moddle.create('bpmn:ConditionalEventDefinition', { id, condition: expression(node.condition) });
    return null;
  }

  #flow(flow: Flow, scope: Scope): Element | null {
    const from = this.elements.get(flow.from);
    const to = this.elements.get(flow.to);
    if (!from || !to) return null;
    const id = flowKey(flow);
    const element = this.#moddle.create('bpmn:SequenceFlow', {
      id: this.idOf(`flow.${id}`),
      sourceRef: from,
      targetRef: to,
      ...(flow.name && { name: plain(flow.name) }),
    });
    const source = scope.nodes.find((node) => node.id === flow.from);
    const forks = scope.flows.filter((other) => other.from === flow.from).length > 1;
    if (source?.type === 'exclusiveGateway' && forks) {
      element.set('conditionExpression', this.#moddle.create('bpmn:FormalExpression', { body: plain(flow.name ?? 'otherwise') }));
    }
    from.get('outgoing').push(element);
    to.get('incoming').push(element);
    const points = this.#places.flows.get(id);
    if (points) this.pictures.push(this.#edge(element, id, points));
    return element;
  }

  shape(element: Element, id: string, rect: Rect, more: Readonly<Record<string, unknown>>): Element {
    return this.#moddle.create('bpmndi:BPMNShape', {
      id: this.idOf(`shape.${id}`),
      bpmnElement: element,
      bounds: this.#moddle.create('dc:Bounds', {
        x: Math.round(rect.x),
        y: Math.round(rect.y),
        width: Math.round(rect.width),
        height: Math.round(rect.height),
      }),
      ...more,
    });
  }

  #edge(element: Element, id: string, points: readonly Point[]): Element {
    return this.#moddle.create('bpmndi:BPMNEdge', {
      id: this.idOf(`edge.${id}`),
      bpmnElement: element,
      waypoint: points.map((point) => this.#moddle.create('dc:Point', { x: Math.round(point.x), y: Math.round(point.y) })),
    });
  }
}

/** XML has no place for control characters. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll(/\p{Cs}/gu, '');
}
