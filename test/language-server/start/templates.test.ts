import { EmptyFileSystem } from 'langium';
import { parseHelper } from 'langium/test';
import { describe, expect, it } from 'vitest';
import { arrange } from '../../../diagram/arrange.js';
import { qualityOf } from '../../../diagram/quality.js';
import { formatText } from '../../../language-server/features/format/formatter.js';
import { createSopServices } from '../../../language-server/sop-module.js';
import { newFromTemplate, templateNamed } from '../../../language-server/start/new-from-template.js';
import { allTemplates } from '../../../language-server/templates/all-templates.js';
import { procedureOf } from '../compile/procedure-of.js';
import { findingsOf } from '../rules/findings-of.js';

const { sop } = createSopServices(EmptyFileSystem);
const parse = parseHelper(sop);

describe.each(allTemplates)('the template $name', ({ kind, text, lesson, ...template }) => {
  it('is clean under all rules', async () => {
    expect((await findingsOf(text)).map(({ code, level, message }) => `${level} ${code}: ${message}`)).toEqual([]);
  });

  it('is clean on the day it is used', async () => {
    const today = '2031-02-03';
    const own = newFromTemplate({ kind, text, lesson, ...template }, today);
    expect((await findingsOf(own, { today })).map(({ code }) => code)).toEqual([]);
  });

  it('is formatted, teaches something, and long enough to be whole', async () => {
    expect(formatText(await parse(text))).toEqual([]);
    expect(lesson).toMatch(/^[A-Z].{40,160}\.$/);
    if (kind === 'procedure') expect(text.split('\n').length).toBeGreaterThan(80);
  });

  it.runIf(kind === 'procedure')('is drawn without a flaw, in each variant', async () => {
    const { variants } = await procedureOf(text);
    for (const variant of [undefined, ...variants]) {
      const procedure = await procedureOf(text, variant === undefined ? {} : { variant });
      expect(qualityOf(arrange(procedure, { mostSteps: 5000 }))).toMatchObject({
        boxesOverlapping: [],
        labelsOverlapping: [],
        linesThroughBoxes: [],
        linesThroughTitles: [],
        textCut: [],
      });
    }
  });
});

it('offers at least eight procedures', () => {
  expect(allTemplates.filter(({ kind }) => kind === 'procedure').length).toBeGreaterThanOrEqual(8);
});

it('names the nearest template', () => {
  expect(templateNamed('renewal-rsk')).toBe("There is no template 'renewal-rsk'. Did you mean 'renewal-risk'?");
});
