/** A process as BPMN sees it, before it is XML: scopes of nodes and flows, a subprocess being a node with a scope of its own. */

export type NodeType =
  | 'startEvent'
  | 'endEvent'
  | 'userTask'
  | 'sendTask'
  | 'manualTask'
  | 'receiveTask'
  | 'callActivity'
  | 'exclusiveGateway'
  | 'parallelGateway'
  | 'subProcess'
  | 'boundaryEvent';

export interface Node {
  readonly id: string;
  readonly type: NodeType;
  readonly name: string;
  readonly documentation?: string;
  /** An event that waits for a condition, in words. */
  readonly condition?: string;
  /** An event that waits for a time: ISO 8601. */
  readonly timer?: string;
  /** callActivity: name of the other procedure. */
  readonly called?: string;
  /** boundaryEvent: id of the activity it stands on. */
  readonly attachedTo?: string;
  /** At the top of the process: name of the role in whose lane it stands. */
  readonly lane?: string;
  readonly scope?: Scope;
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly name?: string;
}

export interface Scope {
  readonly nodes: readonly Node[];
  readonly flows: readonly Flow[];
}

/**
 * BPMN's good manners: several flows meet in a gateway of their own before what they lead to, several flows part at a gateway,
 * no gateway does both, none does nothing, and what leads nowhere ends in an end event. Subprocesses are tidied, too.
 */
export function tidy(scope: Scope): Scope {
  let nodes = scope.nodes.map((node) => (node.scope ? { ...node, scope: tidy(node.scope) } : node));
  let flows = distinct(scope.flows);
  const add = (node: Node): Node => {
    nodes = [...nodes, node];
    return node;
  };
  for (const node of [...nodes]) {
    const out = flows.filter((flow) => flow.from === node.id);
    if (out.length > 1 && !isGateway(node)) {
      const fork = add({
        id: `${node.id}.fork`,
        type: 'exclusiveGateway',
        name: 'Where next?',
        ...(node.lane && { lane: node.lane }),
      });
      flows = [
        ...flows.map((flow) => (flow.from === node.id ? { ...flow, from: fork.id } : flow)),
        { from: node.id, to: fork.id },
      ];
    }
    if (out.length === 0 && node.type !== 'endEvent') {
      const end = add({ id: `${node.id}.end`, type: 'endEvent', name: 'End', ...(node.lane && { lane: node.lane }) });
      flows = [...flows, { from: node.id, to: end.id }];
    }
  }
  for (const node of [...nodes]) {
    const into = flows.filter((flow) => flow.to === node.id);
    const out = flows.filter((flow) => flow.from === node.id);
    if (into.length > 1 && !(isGateway(node) && out.length <= 1)) {
      const merge = add({ id: `${node.id}.merge`, type: 'exclusiveGateway', name: '', ...(node.lane && { lane: node.lane }) });
      flows = [...flows.map((flow) => (flow.to === node.id ? { ...flow, to: merge.id } : flow)), { from: merge.id, to: node.id }];
    }
  }
  for (const node of [...nodes]) {
    const into = flows.filter((flow) => flow.to === node.id);
    const out = flows.filter((flow) => flow.from === node.id);
    const [before] = into;
    const [after] = out;
    if (!isGateway(node) || into.length !== 1 || out.length !== 1 || !before || !after) continue;
    nodes = nodes.filter((other) => other !== node);
    const name = before.name ?? after.name;
    flows = [
      ...flows.filter((flow) => flow !== before && flow !== after),
      { from: before.from, to: after.to, ...(name && { name }) },
    ];
  }
  // Only where the flow parts by an answer does a name say something.
  const answers = new Set(nodes.filter((node) => node.type === 'exclusiveGateway').map((node) => node.id));
  return {
    nodes,
    flows: distinct(flows).map((flow) => (answers.has(flow.from) && flow.name ? flow : { from: flow.from, to: flow.to })),
  };
}

export function isGateway(node: Node): boolean {
  return node.type === 'exclusiveGateway' || node.type === 'parallelGateway';
}

/** Two answers that lead to the same place are one flow with both names. */
function distinct(flows: readonly Flow[]): Flow[] {
  const byEnds = new Map<string, Flow>();
  for (const flow of flows) {
    const key = `${flow.from}\n${flow.to}`;
    const known = byEnds.get(key);
    const names = [...new Set([known?.name, flow.name].filter((name) => name !== undefined && name !== ''))];
    byEnds.set(key, { from: flow.from, to: flow.to, ...(names.length > 0 && { name: names.join(' / ') }) });
  }
  return [...byEnds.values()];
}
