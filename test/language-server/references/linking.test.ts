import { readdirSync, readFileSync } from 'node:fs';
import { AstUtils } from 'langium';
import { expect, it } from 'vitest';
import { nameOf } from '../../../language-server/references/symbols.js';
import { fileUri, type Opened, open } from '../workspace-helper.js';

/** What each reference leads to: `text` → `Type name` with the name of the element it stands in. */
function links(opened: Opened): string[] {
  return opened.document.references.map((reference) => {
    const target = 'ref' in reference ? reference.ref : undefined;
    if (!target) return `${reference.$refText} → ?`;
    const parent = target.$container && nameOf(target.$container);
    const elsewhere = AstUtils.getDocument(target).uri.path.replace(/.*\//, '');
    const file = elsewhere === 'main.sop' ? '' : ` in ${elsewhere}`;
    return `${reference.$refText} → ${target.$type}${parent ? ` of ${parent}` : ''}${file}`;
  });
}

it('links every name of the examples', async () => {
  const contents = Object.fromEntries(readdirSync('examples').map((name) => [name, readFileSync(`examples/${name}`, 'utf8')]));
  for (const name of Object.keys(contents)) {
    const opened = await open(contents, name);
    expect(links(opened).filter((link) => link.endsWith('?'))).toEqual([]);
  }
});

it('takes a plain name in a level as a step of that level first, then a place, then a procedure', async () => {
  const opened = await open({
    'main.sop': `import "./other.sop"
      level a { action other "x" action b "y" -> b action "z" -> other }
      level b { action "x" -> other action "y" -> a.b }`,
    'other.sop': 'sop other "Other" { }',
  });
  expect(links(opened)).toEqual(['b → Action of a', 'other → Action of a', 'other → Header in other.sop', 'a.b → Action of a']);
});

it('finds a choice by the metric at its left', async () => {
  const opened = await open(`
    metric kind { one of enterprise, at-risk }
    threshold t when segment is enterprise and plan in (enterprise, free) and kind is enterprise and lifecycle-stage is at-risk
  `);
  const metrics = opened.document.references
    .filter((reference) => 'ref' in reference && reference.ref?.$type === 'Choice')
    .map(
      (reference) => `${reference.$refText} of ${nameOf(('ref' in reference && reference.ref?.$container?.$container) as never)}`,
    );
  expect(metrics).toEqual([
    'enterprise of segment',
    'enterprise of plan',
    'free of plan',
    'enterprise of kind',
    'at-risk of lifecycle-stage',
  ]);
});

it('sees no more of other files than what is imported', async () => {
  const opened = await open({
    'main.sop': `import "./a.sop"
      team t { calendar near } team u { calendar far } severity s { owner lead } threshold x when risky and severity is sev1`,
    'a.sop': `import "./b.sop"
      calendar near { open always } role lead threshold risky when arr > 1 USD severity sev1 level one {}`,
    'b.sop': 'calendar far { open always }',
  });
  expect(links(opened)).toEqual([
    'near → Calendar in a.sop',
    'far → ?',
    'lead → Role in a.sop',
    'risky → Threshold in a.sop',
    'sev1 → ?',
  ]);
  expect(opened.files.reads).toEqual([fileUri('main.sop'), fileUri('a.sop'), fileUri('b.sop')].map(String));
});
