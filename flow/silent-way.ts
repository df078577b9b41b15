/**
 * Ways on which nobody outside the company is told anything: from a trigger to a resolution (to the end of its own steps)
 * or straight to a closure. A guarded message may be skipped; of a parallel every lane happens; a level may also be left
 * by its escalations, once a way has come to its last step there. Internal resolutions end a way without a word.
 */
import type { Edge, Ending, Level, Procedure, SeverityTargets, Step, Target, Trigger } from './procedure.js';
import { edgesFrom } from './reach.js';

/** One such way. */
export interface SilentWay {
  /** Ids of levels, steps and endings, from where the trigger starts to where it ends. */
  readonly ids: readonly string[];
  /** The resolution or closure at its end. */
  readonly end: Ending;
  /** The severity in which it is silent; null where severities make no difference. */
  readonly severity: string | null;
}

/** The shortest silent way of a trigger; null when on every way somebody outside is told something. */
export function silentWay(procedure: Procedure, trigger: Trigger): SilentWay | null {
  const { header, severities } = procedure;
  if (trigger.target === null || tells(procedure, header?.targets ?? [])) return null;
  const possible = trigger.severity === null ? severities.map(({ name }) => name) : [trigger.severity];
  const silent = possible.filter((name) => {
    const severity = severities.find((candidate) => candidate.name === name);
    return !severity || !tells(procedure, severity.targets);
  });
  if (possible.length > 0 && silent.length === 0) return null;
  // One search serves all severities unless some level promises updates for some of them only.
  const told = new Set(procedure.levels.flatMap(({ bySeverity }) => bySeverity.filter(changesTelling).flatMap(namesOf)));
  const cases = silent.length === 0 ? [null] : silent;
  const [plain] = cases.filter((name) => name === null || !told.has(name));
  const searched = [...(plain === undefined ? [] : [plain]), ...cases.filter((name) => name !== null && told.has(name))];
  for (const severity of searched) {
    const found = new Search(procedure, severity).from(trigger.target);
    if (!found) continue;
    const matters = trigger.severity === null && (silent.length < severities.length || told.size > 0);
    return { ...found, severity: matters ? severity : null };
  }
  return null;
}

/** A `for` block that can make a difference here: it promises updates or escalates on its own. */
function changesTelling({ targets, escalations }: SeverityTargets): boolean {
  return escalations.length > 0 || targets.some(({ kind }) => kind === 'update');
}

function namesOf({ severities }: SeverityTargets): readonly string[] {
  return severities;
}

class Search {
  readonly #procedure: Procedure;
  readonly #severity: string | null;
  readonly #edges: ReadonlyMap<string, readonly Edge[]>;
  readonly #steps: ReadonlyMap<string, Step>;
  readonly #levels: ReadonlyMap<string, Level>;
  readonly #endings: ReadonlyMap<string, Ending>;
  /** Of each level the step at its top that is written last. */
  readonly #lastInText: ReadonlyMap<string, string>;
  /** Whether a parallel can be passed without a word. */
  readonly #parallels = new Map<string, boolean>();

  constructor(procedure: Procedure, severity: string | null) {
    this.#procedure = procedure;
    this.#severity = severity;
    this.#edges = edgesFrom(procedure);
    this.#steps = new Map(procedure.steps.map((step) => [step.id, step]));
    const atTop = procedure.steps.filter(({ container, kind }) => container === null && kind !== 'join');
    this.#lastInText = new Map(atTop.map(({ parent, id }) => [parent, id]));
    this.#levels = new Map(procedure.levels.map((level) => [level.id, level]));
    this.#endings = new Map([...procedure.resolutions, ...procedure.closures].map((ending) => [ending.id, ending]));
  }

  /** The shortest silent way from an element to an end. */
  from(start: string): { ids: string[]; end: Ending } | null {
    const before = new Map<string, string | null>([[start, null]]);
    const queue = [start];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      const end = this.#endAt(at);
      if (end && !end.internal) return { ids: wayTo(at, before), end };
      if (end) continue;
      for (const next of this.#onwards(at)) {
        if (before.has(next)) continue;
        before.set(next, at);
        queue.push(next);
      }
    }
    return null;
  }

  /** The ending that is over here: it has no steps, or this is where its steps lead out of it. */
  #endAt(id: string): Ending | null {
    const ending = this.#endings.get(id);
    if (ending) return ending.entry === null || ending.internal ? ending : null;
    const step = this.#steps.get(id);
    const around = step ? this.#endings.get(step.parent) : undefined;
    if (!step || !around) return null;
    if (around.internal) return around;
    const onwards = this.#onwards(id);
    const leaves = (next: string) => this.#endings.has(next) && next !== around.id;
    const isOver = this.#isSilent(step) && (onwards.length === 0 || onwards.some(leaves));
    return isOver ? around : null;
  }

  /** Where a way can go on from here without a word. */
  #onwards(id: string): string[] {
    const level = this.#levels.get(id);
    if (level) {
      if (this.#levelTells(level)) return [];
      return level.entry === null ? this.#escalations(level) : [level.entry];
    }
    const ending = this.#endings.get(id);
    if (ending) return ending.entry === null ? [] : [ending.entry];
    const step = this.#steps.get(id);
    if (!step) return [];
    const around = this.#levels.get(step.parent);
    // Jumped into from outside, a level's promise of updates counts all the same.
    if (around && this.#levelTells(around)) return [];
    const edges = this.#edges.get(id) ?? [];
    const skipping = skippingEdges(step, edges);
    const silent = this.#isDoneSilently(step) ? this.#edgesWhenDone(step, edges) : skipping;
    const onwards = [...silent, ...skipping].filter(({ kind }) => kind !== 'convert').map(({ to }) => to);
    const escalates = around && this.#isSilent(step) && this.#isLast(step, this.#edgesWhenDone(step, edges));
    return escalates ? [...onwards, ...this.#escalations(around)] : onwards;
  }

  #edgesWhenDone(step: Step, edges: readonly Edge[]): readonly Edge[] {
    if (step.kind !== 'parallel' || (step.lanes ?? []).length === 0) return edges.filter(({ skipped }) => !skipped);
    return this.#edges.get(`${step.id}.join`) ?? [];
  }

  /** Doing it tells nobody outside. */
  #isDoneSilently(step: Step): boolean {
    if (step.kind === 'parallel') return this.#isParallelSilent(step);
    return !hasExternal(this.#procedure, step.audience ?? step.hops?.flatMap(({ roles }) => roles) ?? []);
  }

  /** Passing it, done or skipped, can tell nobody outside. */
  #isSilent(step: Step): boolean {
    return this.#isDoneSilently(step) || step.guard !== null;
  }

  #isParallelSilent(parallel: Step): boolean {
    const known = this.#parallels.get(parallel.id);
    if (known !== undefined) return known;
    // While its own lanes are looked at, a way back into it adds nothing.
    this.#parallels.set(parallel.id, false);
    const silent = (parallel.lanes ?? []).every(({ entry }) => entry === null || this.#reaches(entry, `${parallel.id}.join`));
    this.#parallels.set(parallel.id, silent);
    return silent;
  }

  #reaches(start: string, goal: string): boolean {
    const seen = new Set([start]);
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === goal) return true;
      for (const next of this.#onwards(at)) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    return false;
  }

  #levelTells(level: Level): boolean {
    const blocks = level.bySeverity.filter(({ severities }) => this.#severity !== null && severities.includes(this.#severity));
    const special = blocks.flatMap(({ targets }) => targets).filter(({ kind }) => kind === 'update');
    return tells(this.#procedure, special.length > 0 ? special : level.targets);
  }

  #escalations(level: Level): string[] {
    const blocks = level.bySeverity.filter(({ severities }) => this.#severity !== null && severities.includes(this.#severity));
    return [...level.escalations, ...blocks.flatMap(({ escalations }) => escalations)].flatMap(({ target }) => target ?? []);
  }

  /** A way can be at its last step in this level here: the step leads out of it or nowhere, or stands last in its text. */
  #isLast(step: Step, edges: readonly Edge[]): boolean {
    if (this.#isInLane(step)) return false;
    const leads = edges.some(({ to }) => this.#steps.get(to)?.parent !== step.parent);
    return edges.length === 0 || leads || this.#lastInText.get(step.parent) === step.id;
  }

  #isInLane(step: Step): boolean {
    for (let at: Step | undefined = step; at?.container; at = this.#steps.get(at.container.step)) {
      if (at.container.block.startsWith('lane:')) return true;
    }
    return false;
  }
}

/** The edges that a false guard takes: those made for it, else the way on that it shares with a step done. */
function skippingEdges(step: Step, edges: readonly Edge[]): readonly Edge[] {
  if (step.guard === null) return [];
  const own = edges.filter(({ skipped }) => skipped);
  return own.length > 0 || step.target !== null ? own : edges.filter(({ kind }) => kind === 'next');
}

/** Whether one of these promises is an update for somebody outside. */
function tells(procedure: Procedure, targets: readonly Target[]): boolean {
  return targets.some((target) => target.kind === 'update' && hasExternal(procedure, target.audience));
}

function hasExternal(procedure: Procedure, names: readonly string[]): boolean {
  return names.some((name) => procedure.roles.some((role) => role.name === name && role.external));
}

function wayTo(end: string, before: ReadonlyMap<string, string | null>): string[] {
  const ids: string[] = [];
  for (let at: string | null | undefined = end; at != null; at = before.get(at)) ids.unshift(at);
  return ids;
}
