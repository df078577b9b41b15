/**
 * What a procedure is in BPMN: triggers are start events, levels, resolutions and closures subprocesses, escalations boundary
 * events. A sequence flow may not leave its subprocess, so a jump out ends inside and goes on outside, at a gateway if there
 * are several.
 */
import { describeCondition } from '../../../flow/describe-condition.js';
import type { Duration, Edge, Ending, Level, Procedure, Step } from '../../../flow/procedure.js';
import { flowTitle, procedureTitle, roleTitles, stepTitle } from '../../../flow/titles.js';
import { type Flow, type Node, type Scope, tidy } from './graph.js';

export function processOf(procedure: Procedure): Scope {
  const places: readonly (Level | Ending)[] = [...procedure.levels, ...procedure.resolutions, ...procedure.closures];
  const insides = new Map(places.map((place) => [place.id, insideOf(procedure, place)]));
  const nodes: Node[] = [];
  const flows: Flow[] = [];
  const laneOf = (id: string | null): string => laneAt(procedure, places, id);

  for (const trigger of procedure.triggers) {
    const condition = trigger.condition ? describeCondition(trigger.condition, procedure) : (trigger.title ?? trigger.id);
    const place = placeOf(procedure, trigger.target ?? '');
    nodes.push({
      id: `trigger.${trigger.id}`,
      type: 'startEvent',
      name: trigger.title ?? trigger.id,
      condition,
      lane: laneOf(place),
    });
  }
  for (const place of places) {
    const inside = insides.get(place.id);
    if (!inside) continue;
    nodes.push({ id: place.id, type: 'subProcess', name: place.title ?? place.id, scope: inside.scope, lane: laneOf(place.id) });
    for (const to of inside.exits) flows.push({ from: place.id, to: targetNode(to), name: flowTitle(procedure, to) });
    const closed = procedure.closures.some((closure) => closure.id === place.id);
    if (closed || inside.endsHere) {
      const end = `${place.id}.over`;
      nodes.push({
        id: end,
        type: 'endEvent',
        name: closed ? 'Over' : `${place.title ?? place.id} ends`,
        lane: laneOf(place.id),
      });
      flows.push({ from: place.id, to: end, ...(inside.exits.length > 0 && { name: 'ends' }) });
    }
  }
  for (const edge of procedure.edges) {
    if (edge.kind === 'trigger') flows.push({ from: `trigger.${edge.from}`, to: targetNode(edge.to) });
    if (edge.kind === 'convert' && procedure.triggers.some((trigger) => trigger.id === edge.from)) {
      flows.push({ from: `trigger.${edge.from}`, to: targetNode(edge.to) });
    }
    const event = boundaryOf(procedure, edge);
    if (!event) continue;
    nodes.push({ ...event, lane: laneOf(edge.from) });
    flows.push({ from: event.id, to: targetNode(edge.to) });
  }
  const others = new Set(flows.map((flow) => flow.to).filter((to) => to.startsWith('procedure.')));
  for (const id of others) {
    const name = id.slice('procedure.'.length);
    nodes.push({ id, type: 'callActivity', name: procedureTitle(procedure, name), called: name, lane: laneOf(null) });
  }
  return tidy({ nodes, flows });

  /** Jumps into the middle of a place enter it at its start, where a gateway leads on. */
  function targetNode(to: string): string {
    const place = placeOf(procedure, to);
    return place ?? `procedure.${to}`;
  }
}

interface Inside {
  readonly scope: Scope;
  /** Ids outside that it leads to. */
  readonly exits: readonly string[];
  /** Some way ends in it without leading on. */
  readonly endsHere: boolean;
}

function insideOf(procedure: Procedure, place: Level | Ending): Inside {
  const steps = procedure.steps.filter((step) => step.parent === place.id);
  const own = new Set(steps.map((step) => step.id));
  const nodes: Node[] = [];
  const flows: Flow[] = [];
  const exits = new Set<string>();
  const start = `${place.id}.start`;
  nodes.push({ id: start, type: 'startEvent', name: 'Start' });
  let first = start;
  const requirements = 'requirements' in place ? place.requirements : [];
  requirements.forEach((condition, index) => {
    const id = `${place.id}.require${index}`;
    nodes.push({ id, type: 'userTask', name: `Make sure: ${describeCondition(condition, procedure)}` });
    flows.push({ from: first, to: id });
    first = id;
  });

  const inner = (to: string): string => {
    if (to === place.id) return place.entry ? entryNode(place.entry) : first;
    if (own.has(to)) return entryNode(to);
    const target = placeOf(procedure, to) ?? to;
    exits.add(target);
    const id = `${place.id}.to.${target}`;
    if (!nodes.some((node) => node.id === id)) nodes.push({ id, type: 'endEvent', name: `To ${flowTitle(procedure, to)}` });
    return id;
  };
  const entryNode = (id: string): string => (steps.some((step) => step.id === id && step.guard) ? `${id}.guard` : id);

  for (const step of steps) {
    const out = procedure.edges.filter((edge) => edge.from === step.id);
    nodes.push(...nodesOf(procedure, step));
    flows.push(...flowsOf(procedure, step, out, inner));
  }
  const entries = new Set(place.entry ? [place.entry] : []);
  for (const edge of procedure.edges) if (own.has(edge.to) && !own.has(edge.from) && edge.from !== place.id) entries.add(edge.to);
  if (place.entry === null) {
    if ('target' in place && place.target) flows.push({ from: first, to: inner(place.target) });
  } else if (entries.size === 1) {
    flows.push({ from: first, to: entryNode(place.entry) });
  } else {
    const gate = `${place.id}.entered`;
    nodes.push({ id: gate, type: 'exclusiveGateway', name: 'Entered where?' });
    flows.push({ from: first, to: gate });
    for (const id of entries) flows.push({ from: gate, to: entryNode(id), name: flowTitle(procedure, id) });
  }
  const leadsOn = new Set(flows.map((flow) => flow.from));
  const endsHere = nodes.some((node) => node.type !== 'endEvent' && !leadsOn.has(node.id));
  return { scope: { nodes, flows }, exits: [...exits], endsHere };
}

/** A step is one node or, with a guard, an outcome or a limit, several. */
function nodesOf(procedure: Procedure, step: Step): Node[] {
  const name = stepTitle(procedure, step);
  const documentation = [
    step.responsible.length > 0 ? `By ${roleTitles(procedure, step.responsible)}.` : '',
    step.audience ? `To ${roleTitles(procedure, step.audience)}.` : '',
    step.within ? `Within ${step.within.text}.` : '',
    step.every ? `Every ${step.every.text}.` : '',
    ...step.checks.map((check) => `Check: ${check}.`),
    ...(step.notes ?? []),
  ]
    .filter((part) => part !== '')
    .join(' ');
  const about = documentation === '' ? {} : { documentation };
  const nodes: Node[] = step.guard
    ? [{ id: `${step.id}.guard`, type: 'exclusiveGateway', name: `${describeCondition(step.guard, procedure)}?` }]
    : [];
  switch (step.kind) {
    case 'notify':
    case 'page':
      return [...nodes, { id: step.id, type: 'sendTask', name, ...about }];
    case 'decide':
      return [...nodes, { id: step.id, type: 'exclusiveGateway', name, ...about }];
    case 'approve':
      return [
        ...nodes,
        { id: step.id, type: 'userTask', name, ...about },
        { id: `${step.id}.outcome`, type: 'exclusiveGateway', name: `${name} approved?` },
      ];
    case 'wait': {
      const timeout: Node[] =
        step.limit && step.otherwise
          ? [
              {
                id: `${step.id}.timeout`,
                type: 'boundaryEvent',
                name: step.limit.text,
                timer: isoDuration(step.limit),
                attachedTo: step.id,
              },
            ]
          : [];
      return [...nodes, { id: step.id, type: 'receiveTask', name, ...about }, ...timeout];
    }
    case 'parallel':
    case 'join':
      return [...nodes, { id: step.id, type: 'parallelGateway', name: step.kind === 'join' ? '' : name }];
    case 'handoff':
    case 'assign':
      return [...nodes, { id: step.id, type: 'manualTask', name, ...about }];
    case 'follow':
      return [...nodes, { id: step.id, type: 'callActivity', name, ...about, ...(step.procedure && { called: step.procedure }) }];
    default:
      return [...nodes, { id: step.id, type: 'userTask', name, ...about }];
  }
}

function flowsOf(procedure: Procedure, step: Step, out: readonly Edge[], inner: (to: string) => string): Flow[] {
  const flows: Flow[] = [];
  const source = step.kind === 'approve' ? `${step.id}.outcome` : step.id;
  if (step.kind === 'approve') flows.push({ from: step.id, to: source });
  const names: Partial<Record<Edge['kind'], string>> = { approved: 'Approved', rejected: 'Rejected' };
  for (const edge of out.filter((candidate) => !candidate.skipped)) {
    const from =
      edge.kind === 'timeout' ? `${step.id}.timeout` : edge.kind === 'approved' || edge.kind === 'rejected' ? source : step.id;
    const name = names[edge.kind] ?? (edge.kind === 'timeout' ? undefined : edge.label);
    flows.push({ from, to: inner(edge.to), ...(name && { name }) });
  }
  if (step.guard) {
    const around = out.find((edge) => edge.skipped) ?? out.find((edge) => edge.kind === 'next' && !edge.skipped);
    flows.push({ from: `${step.id}.guard`, to: step.id, name: describeCondition(step.guard, procedure) });
    if (around) flows.push({ from: `${step.id}.guard`, to: inner(around.to), name: 'otherwise' });
  }
  return flows;
}

/** Escalations, de-escalations and reopenings stand on the edge of what they interrupt. */
function boundaryOf(procedure: Procedure, edge: Edge): Node | null {
  if (edge.kind !== 'escalate' && edge.kind !== 'deescalate' && edge.kind !== 'reopen') return null;
  const base = { id: `event.${edge.id}`, type: 'boundaryEvent', attachedTo: edge.from } as const;
  const level = procedure.levels.find((candidate) => candidate.id === edge.from);
  const escalations = [...(level?.escalations ?? []), ...(level?.bySeverity ?? []).flatMap((part) => part.escalations)];
  const escalation = escalations.find((candidate) => candidate.edge === edge.id);
  const name = edge.label ?? (edge.kind === 'reopen' ? 'Reopened' : 'Escalates');
  if (escalation?.after) return { ...base, name, timer: isoDuration(escalation.after) };
  return { ...base, name, condition: name };
}

/** Id of the level, resolution or closure of an id of the flow; null for another procedure. */
function placeOf(procedure: Procedure, id: string): string | null {
  const places = [procedure.levels, procedure.resolutions, procedure.closures].flat();
  if (places.some((place) => place.id === id)) return id;
  return procedure.steps.find((step) => step.id === id)?.parent ?? null;
}

function laneAt(procedure: Procedure, places: readonly (Level | Ending)[], id: string | null): string {
  const place = places.find((candidate) => candidate.id === id);
  const first = procedure.steps.find((step) => step.parent === id)?.responsible[0];
  const role = place?.owner ?? first ?? procedure.header?.owner ?? null;
  return role === null ? 'Everybody' : roleTitles(procedure, [role]);
}

/** ISO 8601. Business time has no form of its own there: its open minutes are given. */
function isoDuration(duration: Duration): string {
  const minutes = Math.max(1, Math.round(duration.minutes));
  if (minutes % 1440 === 0 && !duration.business) return `P${minutes / 1440}D`;
  return minutes % 60 === 0 ? `PT${minutes / 60}H` : `PT${minutes}M`;
}
