/** A message to someone outside the company must go over a channel that they can read. */
import type { Cadence, Element, Procedure, Range } from '../../flow/procedure.js';
import { roleTitle, stepTitle } from '../../flow/titles.js';
import { externalsAmong } from './external-roles.js';
import type { Rule } from './rule.js';

export const talkLeak: Rule = {
  id: 'talk/leak',
  level: 'error',
  check: ({ procedure, report }) => {
    for (const message of messages(procedure)) {
      const outside = externalsAmong(procedure, message.to);
      const channels = message.via.map((name) => procedure.channels.find((channel) => channel.name === name));
      if (outside.length === 0 || channels.length === 0) continue;
      if (channels.some((channel) => channel?.visibility !== 'internal')) continue;
      const readers = outside.map((name) => `'${roleTitle(procedure, name)}'`).join(' and ');
      const names = channels.flatMap((channel) => (channel ? [`'${channel.title ?? channel.name}'`] : []));
      const other = procedure.channels.find(({ visibility }) => visibility === 'external');
      const wayOut = other ? `such as 'via ${other.name}'` : 'declared as an external channel';
      report({
        range: message.range,
        element: message.element.id,
        message: `${readers} cannot read ${names.join(' and ')}, so ${message.what} never arrives. Send it over a channel they can read, ${wayOut}.`,
        related: channels.flatMap((channel) =>
          channel
            ? [
                {
                  message: `'${channel.title ?? channel.name}' is internal.`,
                  range: channel.selection,
                  ...(channel.uri === undefined ? {} : { uri: channel.uri }),
                },
              ]
            : [],
        ),
      });
    }
  },
};

interface Message {
  readonly to: readonly string[];
  readonly via: readonly string[];
  readonly what: string;
  readonly range: Range;
  readonly element: Element;
}

/** Everything that tells somebody something: messages, pages, updates and warnings. */
function messages(procedure: Procedure): Message[] {
  const { header, severities, levels, steps } = procedure;
  const told = steps.flatMap((step): Message[] => {
    const to = step.audience ?? step.hops?.flatMap(({ roles }) => roles) ?? [];
    const range = step.places?.via?.[0] ?? step.selection;
    return [{ to, via: step.via ?? [], what: `'${stepTitle(procedure, step)}'`, range, element: step }];
  });
  const updates = (element: Element, targets: readonly { readonly kind: string }[]): Message[] =>
    targets.filter(isCadence).map(({ audience, via, selection }) => ({
      to: audience,
      via,
      what: `the update of '${element.title ?? element.name}'`,
      range: selection,
      element,
    }));
  const warnings = levels.flatMap((level) =>
    level.warnings.map(({ roles, via, selection }) => ({
      to: roles,
      via,
      what: `the warning of '${level.title ?? level.name}'`,
      range: selection,
      element: level,
    })),
  );
  return [
    ...(header ? updates(header, header.targets) : []),
    ...severities.flatMap((severity) => updates(severity, severity.targets)),
    ...levels.flatMap((level) => updates(level, [...level.targets, ...level.bySeverity.flatMap(({ targets }) => targets)])),
    ...warnings,
    ...told,
  ];
}

function isCadence(target: { readonly kind: string }): target is Cadence {
  return target.kind === 'update';
}
