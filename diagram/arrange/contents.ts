/** What is written in a box, how high that makes it, and where each line of text stands in it (from the box's corner). */
import { describeCondition } from '../../flow/describe-condition.js';
import type { Duration, Ending, Level, Procedure, Step, Target, Trigger } from '../../flow/procedure.js';
import { procedureTitle, roleTitle, roleTitles, stepTitle } from '../../flow/titles.js';
import type { BoxKind, Rect, TextLine, TextRole } from '../drawing.js';
import { cleanText, type Face, textWidth, wrapText } from '../measure.js';

/** Every step has this width, so that most changes of its text change no size. Pixels. */
export const boxWidth = 232;

export const faces: Record<TextRole | 'heading' | 'label', Face> = {
  title: { size: 13, weight: 'semibold' },
  meta: { size: 11.5, weight: 'regular' },
  limit: { size: 11.5, weight: 'semibold' },
  heading: { size: 15, weight: 'semibold' },
  label: { size: 11.5, weight: 'regular' },
};

const lineHeights: Record<TextRole | 'heading' | 'label', number> = { title: 17, meta: 16, limit: 16, heading: 20, label: 15 };

export interface Content {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
  readonly title: Rect;
}

export const joinHeight = 8;
export const barHeight = 10;

/** A step of any kind, `span` pixels wide where it is a bar over several columns. */
export function stepContent(procedure: Procedure, step: Step, span = boxWidth): Content {
  if (step.kind === 'join') {
    return { width: span, height: joinHeight, lines: [], title: { x: span / 2, y: joinHeight / 2, width: 0, height: 0 } };
  }
  return boxContent(step.kind, stepTitle(procedure, step), who(procedure, step), limit(procedure, step), span);
}

export function triggerContent(procedure: Procedure, trigger: Trigger): Content {
  const condition = trigger.condition ? describeCondition(trigger.condition, procedure) : '';
  const severity = procedure.severities.find((item) => item.name === trigger.severity);
  const note = severity ? (severity.title ?? severity.name ?? '') : (trigger.severity ?? '');
  return boxContent('trigger', trigger.title ?? trigger.name ?? trigger.id, condition, note);
}

export function procedureContent(procedure: Procedure, name: string): Content {
  return boxContent('procedure', procedureTitle(procedure, name), 'Continues in another procedure', '');
}

/** A box of the other views: a role, a lane's head, a level as a step. */
export function plainContent(kind: BoxKind, title: string, meta: string): Content {
  return boxContent(kind, title, meta, '');
}

/** Inside of a shape: where text may stand. */
function insets(kind: BoxKind): { left: number; right: number; top: number; bottom: number; centred: boolean } {
  switch (kind) {
    case 'decide':
      return { left: 26, right: 26, top: 13, bottom: 13, centred: true };
    case 'trigger':
      return { left: 40, right: 20, top: 11, bottom: 11, centred: false };
    case 'action':
      return { left: 16, right: 14, top: 11, bottom: 11, centred: false };
    case 'parallel':
      return { left: 38, right: 12, top: 12, bottom: 12, centred: false };
    case 'follow':
    case 'procedure':
      return { left: 42, right: 18, top: 11, bottom: 11, centred: false };
    default:
      return { left: 38, right: 12, top: 11, bottom: 11, centred: false };
  }
}

function boxContent(kind: BoxKind, title: string, meta: string, limitText: string, width = boxWidth): Content {
  const inset = insets(kind);
  const room = width - inset.left - inset.right;
  const lines: TextLine[] = [];
  let y = inset.top;
  const write = (text: string, role: TextRole): void => {
    const measured = textWidth(text, faces[role]);
    const baseline = y + lineHeights[role] * 0.76;
    lines.push(
      inset.centred
        ? { text, x: width / 2, y: baseline, width: measured, role, anchor: 'middle' }
        : { text, x: inset.left, y: baseline, width: measured, role },
    );
    y += lineHeights[role];
  };
  for (const text of wrapText(title, faces.title, room)) write(text, 'title');
  const titleHeight = y - inset.top;
  const titleWidth = Math.max(...lines.map((line) => line.width));
  const metaLines = meta === '' ? [] : wrapText(meta, faces.meta, room);
  const limitLines = limitText === '' ? [] : wrapText(limitText, faces.limit, room);
  if (metaLines.length + limitLines.length > 0) y += 3;
  for (const text of metaLines) write(text, 'meta');
  for (const text of limitLines) write(text, 'limit');
  const title_: Rect = {
    x: inset.centred ? (width - titleWidth) / 2 : inset.left,
    y: inset.top,
    width: titleWidth,
    height: titleHeight,
  };
  return { width, height: Math.ceil(y + inset.bottom), lines, title: title_ };
}

/** Who does it, and to whom. */
function who(procedure: Procedure, step: Step): string {
  const by = roleTitles(procedure, step.responsible);
  const via = (step.via ?? [])
    .map((name) => procedure.channels.find((channel) => channel.name === name)?.title ?? name)
    .join(', ');
  switch (step.kind) {
    case 'notify': {
      const to = step.title ? `to ${roleTitles(procedure, step.audience ?? [])}` : '';
      return [by, [to, via && `via ${via}`].filter(Boolean).join(' ')].filter(Boolean).join(' → ').replace('→ to ', '→ ');
    }
    case 'page': {
      const hops = (step.hops ?? []).map(
        (hop) => `${roleTitles(procedure, hop.roles)}${hop.wait ? ` ${shortDuration(hop.wait)}` : ''}`,
      );
      return [hops.join(' → '), via && `via ${via}`].filter(Boolean).join(' ');
    }
    case 'handoff':
      return [by, roleTitles(procedure, step.to ?? [])].filter(Boolean).join(' → ');
    case 'assign':
      return step.assigns && step.title
        ? `${roleTitle(procedure, step.assigns.holder)} → ${roleTitle(procedure, step.assigns.role)}`
        : '';
    case 'follow':
      return by;
    case 'parallel':
      return '';
    default:
      return by;
  }
}

/** When it must be done, how often, and when it is done at all. */
function limit(procedure: Procedure, step: Step): string {
  const times = (step.times ?? []).map((time) => {
    const hour = String(Math.floor(time.minute / 60)).padStart(2, '0');
    return `${hour}:${String(time.minute % 60).padStart(2, '0')}${time.calendar ? ` in ${time.calendar}` : ''}`;
  });
  const parts = [
    step.amount ? step.amount.text : '',
    step.within ? `within ${step.within.text}` : '',
    step.limit ? `up to ${step.limit.text}` : '',
    step.every ? `every ${step.every.text}` : '',
    times.length > 0 ? `at ${times.join(', ')}` : '',
    step.repeat ? `${step.repeat}×` : '',
    step.guard ? `only when ${describeCondition(step.guard, procedure)}` : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Header strip of a level: title, then owner and targets. `width`: pixels it may take. */
export function levelHeader(procedure: Procedure, level: Level, width: number, hidden = 0): Content {
  const owner = level.owner ? roleTitle(procedure, level.owner) : '';
  const targets = level.targets.map((target) => shortTarget(procedure, target));
  const steps = hidden > 0 ? `${hidden} ${hidden === 1 ? 'step' : 'steps'} not shown` : '';
  return headerContent(level.title ?? level.name ?? level.id, [owner, ...targets, steps].filter(Boolean), width);
}

/** Header strip of a resolution or closure: title, then what it requires. */
export function endingHeader(procedure: Procedure, ending: Ending, width: number): Content {
  const needs = ending.requirements.map((condition) => describeCondition(condition, procedure));
  const internal = ending.internal ? ['internal'] : [];
  return headerContent(ending.title ?? ending.name ?? ending.id, [...internal, ...needs], width);
}

function headerContent(title: string, meta: readonly string[], width: number): Content {
  const left = 40;
  const room = width - left - 16;
  const lines: TextLine[] = [];
  let y = 10;
  let widest = 0;
  for (const text of wrapText(title, faces.heading, room)) {
    const measured = textWidth(text, faces.heading);
    widest = Math.max(widest, measured);
    lines.push({ text, x: left, y: y + lineHeights.heading * 0.76, width: measured, role: 'title' });
    y += lineHeights.heading;
  }
  const titleBottom = y;
  for (const text of wrapParts(meta, room)) {
    lines.push({ text, x: left, y: y + lineHeights.meta * 0.76, width: textWidth(text, faces.meta), role: 'meta' });
    y += lineHeights.meta;
  }
  return { width, height: y + 10, lines, title: { x: left, y: 10, width: widest, height: titleBottom - 10 } };
}

/** Parts with dots between them; a line breaks between two parts where it can. */
function wrapParts(parts: readonly string[], room: number): string[] {
  const lines: string[] = [];
  for (const part of parts.map(cleanText)) {
    const joined = `${lines.at(-1)} · ${part}`;
    if (lines.length > 0 && textWidth(joined, faces.meta) <= room) lines[lines.length - 1] = joined;
    else lines.push(...wrapText(part, faces.meta, room));
  }
  return lines;
}

/** A line's label, no wider than `room`; text lines are relative to its corner. `icon`: room for one before the first line. */
export function labelContent(text: string, room: number, icon = false): Content {
  const side = 6;
  const before = icon ? 16 : 0;
  const wrapped = wrapText(text, faces.label, room - 2 * side - before);
  const widest = Math.max(...wrapped.map((line) => textWidth(line, faces.label)));
  const width = Math.ceil(widest + 2 * side + before);
  const lines = wrapped.map((line, index): TextLine => {
    const y = 3 + index * lineHeights.label + lineHeights.label * 0.76;
    const measured = textWidth(line, faces.label);
    if (icon) return { text: line, x: side + before, y, width: measured, role: 'meta' };
    return { text: line, x: width / 2, y, width: measured, role: 'meta', anchor: 'middle' };
  });
  const height = wrapped.length * lineHeights.label + 6;
  return { width, height, lines, title: { x: 0, y: 0, width, height } };
}

const shortNames: Record<string, string> = { acknowledge: 'ack' };

function shortTarget(procedure: Procedure, target: Target): string {
  if (target.kind !== 'update') return `${shortNames[target.kind] ?? target.kind} ${shortDuration(target.within)}`;
  const audience = roleTitles(procedure, target.audience);
  if (target.form === 'times') return `update ${audience} ${target.times}× a ${target.per}`;
  const every = target.every ? shortDuration(target.every) : '';
  return `update ${audience} ${target.form === 'once' ? 'once within' : 'every'} ${every}`;
}

const units = { minute: 'min', hour: 'h', day: 'd', week: 'w', month: 'mo' } as const;

/** `8 bh` for `8 business hours`. */
export function shortDuration(duration: Duration): string {
  return `${duration.amount} ${duration.business ? 'b' : ''}${units[duration.unit]}`;
}
