/**
 * From a chart to a procedure: groups become levels, boxes steps, starts triggers, ends resolutions, arrows out of groups
 * escalations. What a chart cannot tell is left as a `// todo`.
 */

import { type Chart, type ChartArrow, type ChartGroup, type ChartNode, looseGroup } from './chart.js';
import { ChartFlow } from './chart-flow.js';
import { formatNewText } from './format-new-text.js';
import { FreeNames, quoted } from './free-names.js';
import { ImportError } from './import-error.js';
import type { ImportedFile } from './importer.js';

/** A formatted text. @throws `ImportError` for a chart without a single step. */
export function procedureFromChart(chart: Chart, file: ImportedFile): string {
  return new Writer(chart, file).write();
}

class Writer {
  readonly #chart: Chart;
  readonly #file: ImportedFile;
  readonly #flow: ChartFlow;
  readonly #places = new FreeNames(['resolved', 'closed']);
  readonly #placeNames = new Map<string, string>();
  readonly #stepNames = new Map<string, string>();
  readonly #roles = new Map<string, { name: string; title: string }>();
  readonly #roleNames = new FreeNames(['owner']);
  readonly #channels = new Map<string, { name: string; title: string }>();
  readonly #channelNames = new FreeNames();
  readonly #groups: readonly ChartGroup[];
  #needsOwner = false;
  #usesDefaultEnd = false;

  constructor(chart: Chart, file: ImportedFile) {
    this.#chart = chart;
    this.#file = file;
    this.#flow = new ChartFlow(chart);
    const steps = chart.nodes.filter(({ kind }) => kind !== 'start' && kind !== 'end' && kind !== 'join');
    if (steps.length === 0) throw new ImportError('There is no step in it, so there is nothing to make a procedure of.');
    // The ladder is read as the file tells it: by which step comes first.
    const order = [...new Set(steps.map(({ group }) => group ?? looseGroup.id))];
    this.#groups = order.flatMap((id) => [looseGroup, ...chart.groups].find((group) => group.id === id) ?? []);
    this.#nameAll();
  }

  write(): string {
    const title = this.#chart.title?.trim() || titleOfFile(this.#file.fileName);
    const levels = this.#groups.map((group) => this.#level(group));
    const triggers = this.#triggers();
    const ends = this.#ends();
    const owner = this.#ownerOf(this.#groups.at(-1) ?? looseGroup);
    const notes = this.#chart.open.map((sentence) => todo(sentence)).join('\n');
    const header = `sop ${new FreeNames().for(title, 'procedure')} ${quoted(title)} {
version "0.1"
status draft
owner ${owner}
review every 90 days last ${this.#file.today}
}`;
    return formatNewText(
      `${[notes, header, this.#vocabulary(), triggers, ...levels, ends].filter((part) => part !== '').join('\n\n')}\n`,
    );
  }

  #nameAll(): void {
    for (const { id, title } of this.#groups)
      this.#placeNames.set(id, this.#places.for(title.replace(/^l\d+\b[\s:.-]*/i, ''), 'level'));
    for (const node of this.#chart.nodes) {
      if (node.kind === 'end') this.#placeNames.set(node.id, this.#places.for(node.title, 'resolution'));
    }
    for (const group of this.#groups) {
      const names = new FreeNames(['resolved', 'closed', ...this.#placeNames.values()]);
      for (const node of this.#stepsOf(group)) this.#stepNames.set(node.id, names.for(node.title, 'step'));
    }
  }

  #stepsOf({ id }: ChartGroup): readonly ChartNode[] {
    return this.#flow.inOrder(
      this.#chart.nodes.filter(({ group, kind }) => (group ?? looseGroup.id) === id && !['start', 'end', 'join'].includes(kind)),
    );
  }

  #level(group: ChartGroup): string {
    const owner = this.#ownerOf(group);
    const steps = this.#stepsOf(group);
    const consumed = new Set<string>();
    const lines: string[] = [];
    steps.forEach((step, index) => {
      if (consumed.has(step.id)) return;
      lines.push(
        this.#step(
          step,
          steps.slice(index + 1).filter(({ id }) => !consumed.has(id)),
          group,
          consumed,
        ),
      );
    });
    const escalations = this.#escalations(group, owner);
    const promise =
      group.resolveWithin === undefined
        ? todo('within how long is it to be resolved here?')
        : `resolve within ${group.resolveWithin}`;
    const head = [...(group.open ?? []).map(todo), `owner ${owner}`, promise, ...escalations].join('\n');
    return `level ${this.#placeNames.get(group.id)} ${quoted(group.title)} {\n${head}\n\n${lines.join('\n')}\n}`;
  }

  #escalations(group: ChartGroup, owner: string): string[] {
    const arrows = this.#chart.arrows.filter(({ from, to }) => from === group.id && to !== group.id);
    let timed = false;
    return arrows.flatMap((arrow) => {
      const target = this.#target(arrow.to, group.id === looseGroup.id ? null : group.id);
      if (target === null) return [];
      if (arrow.after === undefined) {
        const label = arrow.label.trim();
        return [
          ...(label === '' ? [todo('when does it go up?')] : []),
          `escalate when ${quoted(label || 'It has to go up')} judged by ${owner} -> ${target}`,
        ];
      }
      if (timed) return [todo(`a second clock: after ${arrow.after} it goes to ${target}`)];
      timed = true;
      return [`escalate after ${arrow.after} -> ${target}`];
    });
  }

  #step(step: ChartNode, later: readonly ChartNode[], group: ChartGroup, consumed: Set<string>): string {
    const out = this.#flow.arrowsFrom(step.id);
    const notes = (step.open ?? []).map(todo);
    const lanes =
      step.kind === 'decision' || out.length < 2 || out.some(({ label }) => label !== '')
        ? null
        : this.#flow.lanesFrom(step.id, group.id === looseGroup.id ? null : group.id);
    if (lanes) {
      for (const node of lanes.lanes.flat()) consumed.add(node.id);
      const rest = later.filter(({ id }) => !consumed.has(id));
      const jump = this.#jump([{ from: step.id, to: lanes.meeting, label: '' }], rest);
      const blocks = lanes.lanes.map(
        (nodes) => `lane ${quoted(nodes[0]?.title ?? 'Lane')} {\n${nodes.map((node) => this.#plain(node, group)).join('\n')}\n}`,
      );
      const before = step.kind === 'fork' ? [] : [this.#plain(step, group)];
      // The name leads to what runs first: the step, or the parallel itself where there is none.
      const name = step.kind === 'fork' ? ` ${this.#stepNames.get(step.id)}` : '';
      return [
        ...notes,
        ...before,
        ...jump.notes,
        `parallel${name} ${quoted(step.kind === 'fork' && step.title !== '' ? step.title : 'At the same time')} {\n${blocks.join('\n')}\n}${jump.text}`,
      ].join('\n');
    }
    if (step.kind === 'decision' && out.length > 1) return [...notes, this.#decision(step, group, out)].join('\n');
    if (out.length > 1) {
      const reason =
        step.kind === 'fork' ? 'these ways ran at the same time' : 'several arrows leave the step before: what decides?';
      const decision = { ...step, kind: 'decision' as const, title: 'What comes next?' };
      const named = step.kind === 'fork';
      return [
        ...notes,
        ...(named ? [] : [this.#plain(step, group)]),
        todo(reason),
        this.#decision(decision, group, out, named),
      ].join('\n');
    }
    const jump = this.#jump(out, later);
    const single = step.kind === 'decision' ? [todo(`only one way leaves the decision '${step.title}'`)] : [];
    return [...notes, ...single, ...jump.notes, `${this.#plain(step, group)}${jump.text}`].join('\n');
  }

  #plain(step: ChartNode, group: ChartGroup): string {
    const name = this.#stepNames.get(step.id);
    const title = quoted(step.title || 'A step without a name');
    const by = step.by && step.by.length > 0 ? ` by ${list(step.by.map((role) => this.#role(role)))}` : '';
    const within = step.within === undefined ? '' : ` within ${step.within}`;
    const via = step.via && step.via.length > 0 ? ` via ${list(step.via.map((channel) => this.#channel(channel)))}` : '';
    if (step.kind === 'notify' || (step.tells && step.tells.length > 0)) {
      const told = step.tells && step.tells.length > 0 ? list(step.tells.map((role) => this.#role(role))) : 'customer';
      const unknown = step.tells && step.tells.length > 0 ? '' : `${todo('who is told?')}\n`;
      return `${unknown}notify ${told} ${title} as ${name}${by}${via}${within}`;
    }
    if (step.kind === 'wait') {
      const limit = step.within === undefined ? `${todo('up to how long, and what else?')}\n` : '';
      return `${limit}wait ${name} ${title}${by}${step.within === undefined ? '' : ` up to ${step.within} else -> ${this.#placeNames.get(this.#after(group)?.id ?? '') ?? this.#defaultEnd()}`}`;
    }
    return `action ${name} ${title}${by}${within}`;
  }

  #decision(step: ChartNode, _group: ChartGroup, out: readonly ChartArrow[], named = true): string {
    const by = step.by && step.by.length > 0 ? ` by ${list(step.by.map((role) => this.#role(role)))}` : '';
    const within = step.within === undefined ? '' : ` within ${step.within}`;
    const answers = out.map(({ label, to }, index) => {
      const target = this.#target(to, step.group) ?? this.#defaultEnd();
      const last = index === out.length - 1;
      if (last && /^(otherwise|else|default)$/i.test(label.trim())) return `otherwise -> ${target}`;
      const unnamed = label.trim() === '' ? `${todo('what is this answer called?')}\n` : '';
      return `${unnamed}${quoted(label.trim() || `Answer ${index + 1}`)} -> ${target}`;
    });
    const name = named ? ` ${this.#stepNames.get(step.id)}` : '';
    return `decide${name} ${quoted(step.title || 'Which way?')}${by}${within} {\n${answers.join('\n')}\n}`;
  }

  /** How a step is left: silently to the one below, by an arrow else. */
  #jump(out: readonly ChartArrow[], later: readonly ChartNode[]): { text: string; notes: string[] } {
    const [arrow] = out;
    if (!arrow) return { text: ` -> ${this.#defaultEnd()}`, notes: [todo('where does the next step lead?')] };
    const notes = arrow.label.trim() === '' ? [] : [todo(`the arrow out of the next step says ${JSON.stringify(arrow.label)}`)];
    if (later[0] && this.#flow.skipJoins(arrow.to) === later[0].id) return { text: '', notes };
    const from = this.#chart.nodes.find(({ id }) => id === arrow.from)?.group ?? null;
    return { text: ` -> ${this.#target(arrow.to, from) ?? this.#defaultEnd()}`, notes };
  }

  /** The name of what an arrow leads to, seen from a group. */
  #target(id: string, from: string | null): string | null {
    const to = this.#flow.skipJoins(id);
    const place = this.#placeNames.get(to);
    if (place !== undefined) return place;
    const node = this.#chart.nodes.find((candidate) => candidate.id === to);
    const name = this.#stepNames.get(to);
    if (!node || name === undefined) return null;
    const group = this.#groups.find((candidate) => candidate.id === (node.group ?? looseGroup.id));
    if (!group || node.group === from) return name;
    const level = this.#placeNames.get(group.id) ?? '';
    return this.#stepsOf(group)[0]?.id === to ? level : `${level}.${name}`;
  }

  #triggers(): string {
    const names = new FreeNames();
    const begun = this.#chart.nodes.filter(({ kind }) => kind === 'start');
    const entries = begun.length > 0 ? [] : this.#flow.entries();
    const owner = (to: string) =>
      this.#ownerOf(
        this.#groups.find(({ id }) => id === (this.#chart.nodes.find((node) => node.id === to)?.group ?? looseGroup.id)) ??
          looseGroup,
      );
    const text = (title: string, to: string, notes: readonly string[]) =>
      `trigger ${names.for(title, 'start')} ${quoted(title)} {
${[...notes, 'from which numbers can it be told?'].map(todo).join('\n')}
when ${quoted(title)} judged by ${owner(to)}
-> ${this.#target(to, '\u0000outside') ?? this.#placeNames.get(this.#groups[0]?.id ?? '')}
}`;
    return [
      ...begun.map((node) => {
        const out = this.#flow.arrowsFrom(node.id);
        const more = out.length > 1 ? ['more than one arrow leaves this start; only the first is taken'] : [];
        return text(node.title || 'It starts', out[0]?.to ?? this.#groups[0]?.id ?? '', [...(node.open ?? []), ...more]);
      }),
      ...entries.map((node) => text(`What leads to: ${node.title || 'the first step'}`, node.id, ['what starts it?'])),
    ].join('\n\n');
  }

  #ends(): string {
    const owner = this.#ownerOf(this.#groups[0] ?? looseGroup);
    const resolution = (name: string, title: string, notes: readonly string[]) =>
      `resolution ${name} ${quoted(title)} {
${[...notes, 'what has to be true, in numbers or in the words of the customer?'].map(todo).join('\n')}
require ${quoted(title)} judged by ${owner}
-> closed
}`;
    const own = this.#chart.nodes
      .filter(({ kind }) => kind === 'end')
      .map((node) => resolution(this.#placeNames.get(node.id) ?? 'resolved', node.title || 'Resolved', node.open ?? []));
    const fallback = this.#usesDefaultEnd || own.length === 0 ? [resolution('resolved', 'Resolved', [])] : [];
    return [
      ...own,
      ...fallback,
      `closure closed "Closed" {\naction "Review what happened and what is to change" by ${owner} within 5 business days\n}`,
    ].join('\n\n');
  }

  #vocabulary(): string {
    const roles = [...this.#roles.values()].map(({ name, title }) => `role ${name} ${quoted(title)}`);
    if (this.#needsOwner) roles.push(todo('who owns it?'), 'role owner "Owner"');
    const channels = [...this.#channels.values()].flatMap(({ name, title }) => [
      todo('can the customer read it? Then: external channel'),
      `channel ${name} ${quoted(title)}`,
    ]);
    return [...roles, ...channels].join('\n');
  }

  /** The group's own, else whoever does most in it. */
  #ownerOf(group: ChartGroup): string {
    if (group.owner !== null && group.owner.trim() !== '') return this.#role(group.owner);
    const counts = new Map<string, number>();
    for (const node of this.#chart.nodes) {
      if ((node.group ?? looseGroup.id) !== group.id) continue;
      for (const role of node.by ?? []) counts.set(role, (counts.get(role) ?? 0) + 1);
    }
    const [busiest] = [...counts].sort((one, other) => other[1] - one[1]);
    if (busiest) return this.#role(busiest[0]);
    this.#needsOwner = true;
    return 'owner';
  }

  #role(title: string): string {
    const key = title.trim().toLowerCase();
    if (key === 'customer' || key === 'the customer') return 'customer';
    const known = this.#roles.get(key) ?? { name: this.#roleNames.for(title, 'role'), title: title.trim() };
    this.#roles.set(key, known);
    return known.name;
  }

  #channel(title: string): string {
    const key = title.trim().toLowerCase();
    const known = this.#channels.get(key) ?? { name: this.#channelNames.for(title, 'channel'), title: title.trim() };
    this.#channels.set(key, known);
    return known.name;
  }

  #after(group: ChartGroup): ChartGroup | undefined {
    return this.#groups[this.#groups.indexOf(group) + 1];
  }

  #defaultEnd(): string {
    this.#usesDefaultEnd = true;
    return 'resolved';
  }
}

function todo(sentence: string): string {
  return `// todo: ${sentence.replaceAll(/\s+/g, ' ').trim()}`;
}

function list(names: readonly string[]): string {
  return [...new Set(names)].join(', ');
}

function titleOfFile(fileName: string): string {
  const name = /([^/\\]+?)(\.[^./\\]+)?$/.exec(fileName)?.[1] ?? '';
  const words = name.replaceAll(/[-_.]+/g, ' ').trim();
  return words === '' ? 'Imported procedure' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
