/** Levels: who owns them, what they promise, and the ways up and down from them. Their rungs come from `ladder.ts`. */
import type {
  Condition,
  Deescalation,
  Escalation,
  FreeText,
  Level,
  SeverityTargets,
  Target,
  Warning,
} from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import { ownersClock } from './clocks.js';
import { type Compilation, namesOf } from './compilation.js';
import { compileCondition } from './compile-condition.js';
import { compileDeescalation, compileEscalation } from './compile-escalation.js';
import { compileTarget } from './compile-target.js';
import { elementOf, freeText } from './element.js';
import { Ownership } from './ownership.js';
import { Places } from './places.js';
import { referenced } from './references.js';
import { type Chosen, type LevelPart, stepsAmong, type Written } from './selection.js';
import { type Clock, clockOf } from './working-hours.js';
import { keywordRange, rangeOf } from './written.js';

export function compileLevel(c: Compilation, chosen: Chosen<ast.Level, LevelPart>, rung: number): Level {
  const { node, parts, from } = chosen;
  const id = c.ids.of(node) ?? node.name;
  const clock = ownersClock(c.document, parts);
  const ownership = new Ownership();
  const places = new Places();
  const texts: FreeText[] = [];
  const handles: string[] = [];
  const targets: Target[] = [];
  const bySeverity: SeverityTargets[] = [];
  const warnings: Warning[] = [];
  const pauses: { condition: Condition; range: Level['range']; selection: Level['range'] }[] = [];
  const escalations: Escalation[] = [];
  const deescalations: Deescalation[] = [];
  let beside: string | null = null;
  for (const part of parts) {
    const written = part.node;
    switch (written.$type) {
      case 'Ownership':
        ownership.add(c, written, places);
        break;
      case 'Milestone':
      case 'Cadence': {
        const target = compileTarget(c, { node: written, from: part.from }, clock, places);
        if (target) targets.push(target);
        break;
      }
      case 'Handles': {
        handles.push(written.text ?? '');
        const text = freeText('handles', written, 'text');
        if (text) texts.push(text);
        places.add('handles', keywordRange(written));
        break;
      }
      case 'Beside':
        beside ??= c.ids.of(referenced(written.level)) ?? null;
        places.addName('beside', written.level);
        break;
      case 'BySeverity':
        bySeverity.push(compileBySeverity(c, { node: written, from: part.from }, id, clock, texts));
        places.addNames('for', written.severities);
        break;
      case 'Warn':
        warnings.push(compileWarning(c, written));
        places.add('warn', keywordRange(written));
        break;
      case 'Pause': {
        const condition = compileCondition(c, written.condition, clock, texts);
        if (condition) pauses.push({ condition, range: rangeOf(written), selection: keywordRange(written) });
        places.add('pauses', keywordRange(written));
        break;
      }
      case 'Escalate':
        escalations.push(compileEscalation(c, { node: written, from: part.from }, id, clock, texts, []));
        places.add('escalate', keywordRange(written));
        break;
      case 'Deescalate': {
        const deescalation = compileDeescalation(c, written, id, clock, texts);
        if (deescalation) deescalations.push(deescalation);
        places.add('deescalate', keywordRange(written));
        break;
      }
    }
  }
  const { owner, owners, consulted, informed } = ownership;
  const first = stepsAmong(parts)[0];
  const nodes = parts.map((part) => part.node);
  return {
    ...elementOf(c, node, id, nodes, texts, from),
    title: chosen.title ?? null,
    ...places.all,
    owner,
    owners,
    consulted,
    informed,
    handles,
    beside,
    rung,
    targets,
    bySeverity,
    warnings,
    pauses,
    escalations,
    deescalations,
    entry: c.ids.of(first?.node) ?? null,
  };
}

function compileBySeverity(
  c: Compilation,
  { node, from }: Written<ast.BySeverity>,
  level: string,
  clock: Clock,
  texts: FreeText[],
): SeverityTargets {
  const ownership = new Ownership();
  const places = new Places();
  const targets: Target[] = [];
  const escalations: Escalation[] = [];
  const severities = namesOf(c, node.severities);
  places.addNames('severities', node.severities);
  const items = node.items ?? [];
  const owner = items.find((item) => item.$type === 'Ownership' && item.kind === 'owner');
  const hours = owner?.$type === 'Ownership' ? [...clockOf(owner.roles), ...clock] : clock;
  for (const item of items) {
    switch (item.$type) {
      case 'Ownership':
        ownership.add(c, item, places);
        break;
      case 'Milestone':
      case 'Cadence': {
        const target = compileTarget(c, { node: item, from }, hours, places);
        if (target) targets.push(target);
        break;
      }
      case 'Escalate':
        escalations.push(compileEscalation(c, { node: item, from }, level, hours, texts, severities));
        places.add('escalate', keywordRange(item));
        break;
    }
  }
  const { owners, consulted, informed } = ownership;
  return {
    severities,
    targets,
    owners,
    consulted,
    informed,
    escalations,
    range: rangeOf(node),
    selection: keywordRange(node),
    ...places.all,
    ...(from === null ? {} : { fromVariant: from }),
  };
}

function compileWarning(c: Compilation, node: ast.Warn): Warning {
  return {
    roles: namesOf(c, node.roles),
    percent: node.percent ?? 0,
    of: node.milestone ?? 'resolve',
    via: namesOf(c, node.channels),
    range: rangeOf(node),
    selection: keywordRange(node),
  };
}
