/** Messages to customers are written once, in a template, and its placeholders are ones that can be filled. */
import { nearestName } from '../../flow/nearest-name.js';
import { roleTitle, stepTitle } from '../../flow/titles.js';
import { externalsAmong } from './external-roles.js';
import { positionIn } from './insert-in-block.js';
import type { Rule, RuleContext } from './rule.js';

export const talkTemplate: Rule = {
  id: 'talk/template',
  level: 'error',
  check: (context) => {
    unknownPlaceholders(context);
    messagesWithoutTemplate(context);
  },
};

/** Filled from the case at hand; metrics are filled with their value. */
export const placeholders = ['customer', 'owner', 'severity', 'ticket', 'update', 'level'] as const;

function unknownPlaceholders({ procedure, metricNames, report, textAt }: RuleContext): void {
  const known: readonly string[] = [...placeholders, ...metricNames];
  for (const template of procedure.templates) {
    if (template.uri !== undefined) continue;
    const texts = (template.texts ?? []).filter(({ kind }) => kind === 'subject' || kind === 'body');
    for (const { range } of texts) {
      const raw = textAt(range);
      for (const match of raw.matchAll(/\{([^{}\n]*)\}/g)) {
        const [written, name = ''] = match;
        if (known.includes(name)) continue;
        const nearest = nearestName(name.trim(), known);
        const place = {
          start: positionIn(raw, match.index, range.start),
          end: positionIn(raw, match.index + written.length, range.start),
        };
        report({
          range: place,
          element: template.id,
          message: `'${template.title ?? template.name}' cannot fill '${written}'. ${
            nearest === null
              ? `Use ${placeholders.map((each) => `{${each}}`).join(', ')} or the name of a metric.`
              : `Did you mean '{${nearest}}'?`
          }`,
          ...(nearest === null
            ? {}
            : { fix: { title: `Write {${nearest}}`, edits: [{ range: place, newText: `{${nearest}}` }] } }),
        });
      }
    }
  }
}

function messagesWithoutTemplate({ procedure, report }: RuleContext): void {
  for (const step of procedure.steps) {
    if (step.kind !== 'notify' || step.template) continue;
    const [reader] = externalsAmong(procedure, step.audience ?? []);
    if (reader === undefined) continue;
    const template = procedure.templates[0]?.name ?? 'acknowledgement';
    report({
      level: 'info',
      range: step.selection,
      element: step.id,
      message: `'${stepTitle(procedure, step)}' reaches '${roleTitle(procedure, reader)}' without a template, so everybody words it anew. Add one, such as 'using ${template}'.`,
    });
  }
}
