/** `name/twice`: a name declared twice among what is visible in a file. */
import { type AstNode, AstUtils, type LangiumDocument, UriUtils } from 'langium';
import type { Document } from '../generated/ast.js';
import type { Finding } from '../rules/finding.js';
import { nameRange, rangeOf } from './places.js';
import { listed, wordFor } from './reader-words.js';
import { stepsWithin } from './steps-within.js';
import { type Body, type Kind, type Named, type Names, nameOf, type Place, symbolsOf, vocabularyKinds } from './symbols.js';
import type { ImportedFile, VisibleFiles } from './visible-files.js';

/** One finding for each second name; for files that clash with each other, one for each pair of imports. */
export function repeatedNames(document: LangiumDocument<Document>, files: VisibleFiles): Finding[] {
  const file = document.parseResult.value;
  const uri = document.uri.toString();
  const symbols = symbolsOf(file);
  const imports = distinctImports(files.importsOf(file), document);
  const found = new Map<AstNode, Finding>();
  const report = (first: Named, second: Named, place?: string) => {
    if (!found.has(second)) found.set(second, twice(uri, first, second, place));
  };

  for (const { first, second, place } of symbols.body.repeats) report(first, second, place);
  for (const { names, header } of imports) {
    againstImport(symbols.body, names, report);
    if (file.header && header && nameOf(file.header) === nameOf(header)) report(header, file.header);
  }
  for (const [variant, body] of symbols.variants) {
    for (const { first, second, place } of body.repeats) report(first, second, place);
    againstBase(body, symbols.body, report);
    for (const { names } of imports) againstImport(body, names, report);
    for (const change of variant.changes) {
      if (change.$type === 'LevelOverride') insertedAgainstBase(change.level?.$refText, change.items, symbols.body, report);
    }
  }
  return [...found.values(), ...choicesTwice(symbols.body, uri), ...importsTwice(imports, uri)];
}

type Report = (first: Named, second: Named, place?: string) => void;

interface DistinctImport extends ImportedFile {
  readonly names: Body;
  readonly header: Document['header'];
}

/** Each imported file once, the file itself left out. */
function distinctImports(imports: readonly ImportedFile[], document: LangiumDocument): DistinctImport[] {
  const seen = new Set<string>([document.uri.toString()]);
  const distinct: DistinctImport[] = [];
  for (const each of imports) {
    const key = each.uri?.toString();
    if (!each.file || !key || seen.has(key)) continue;
    seen.add(key);
    const { body, header } = symbolsOf(each.file);
    distinct.push({ ...each, names: body, header });
  }
  return distinct;
}

/** A condition names metrics and thresholds alike. */
function clashing(kind: Kind): readonly Kind[] {
  return kind === 'metric' || kind === 'threshold' ? ['metric', 'threshold'] : [kind];
}

function againstImport(body: Body, imported: Body, report: Report): void {
  for (const kind of vocabularyKinds) {
    for (const [name, second] of body.names.get(kind) ?? []) {
      const first = clashing(kind)
        .map((each) => imported.names.get(each)?.get(name))
        .find((each) => each !== undefined);
      if (first) report(first, second);
    }
  }
}

function againstBase(variant: Body, base: Body, report: Report): void {
  for (const [kind, names] of variant.names) {
    for (const [name, second] of names) {
      const first = clashing(kind)
        .map((each) => base.names.get(each)?.get(name))
        .find((each) => each !== undefined);
      if (first) report(first, second);
    }
  }
}

/** A step written in an override takes the place of the one with its name; one that is put in does not. */
function insertedAgainstBase(level: string | undefined, items: readonly AstNode[], base: Body, report: Report): void {
  const place = level === undefined ? undefined : base.names.get('place')?.get(level);
  const steps: Names | undefined = place && base.steps.get(place as Place);
  if (!steps) return;
  for (const insert of items.filter((item) => item.$type === 'Insert')) {
    for (const step of stepsWithin([insert])) {
      const name = nameOf(step);
      const first = name === undefined ? undefined : steps.get(name);
      if (first) report(first, step, level);
    }
  }
}

function choicesTwice(body: Body, uri: string): Finding[] {
  const findings: Finding[] = [];
  for (const metric of body.names.get('metric')?.values() ?? []) {
    if (metric.$type !== 'Metric' || metric.type?.$type !== 'ChoiceType') continue;
    const seen = new Map<string, AstNode>();
    for (const value of metric.type.values) {
      const first = seen.get(value.name);
      if (!value.name) continue;
      if (!first) seen.set(value.name, value);
      else {
        findings.push({
          uri,
          code: 'name/twice',
          level: 'error',
          message: `'${value.name}' stands twice among the values of '${metric.name}'.`,
          range: nameRange(value),
          related: [{ message: 'The first one', range: nameRange(first) }],
        });
      }
    }
  }
  return findings;
}

/** Two imported files that declare the same name: it stands at the second one's path. */
function importsTwice(imports: readonly DistinctImport[], uri: string): Finding[] {
  const findings: Finding[] = [];
  for (const [index, second] of imports.entries()) {
    for (const first of imports.slice(0, index)) {
      const pairs: { first: Named; second: Named }[] = [];
      againstImport(second.names, first.names, (one, other) => pairs.push({ first: one, second: other }));
      if (first.header && second.header && nameOf(first.header) === nameOf(second.header)) {
        pairs.push({ first: first.header, second: second.header });
      }
      if (pairs.length > 0) findings.push(clash(pairs, first, second, uri));
    }
  }
  return findings;
}

function clash(pairs: { first: Named; second: Named }[], first: DistinctImport, second: DistinctImport, uri: string): Finding {
  const shown = pairs.slice(0, 3).map((pair) => `the ${wordFor(pair.second)} '${nameOf(pair.second)}'`);
  if (pairs.length > shown.length) shown.push(`${pairs.length - shown.length} more`);
  return {
    uri,
    code: 'name/twice',
    level: 'error',
    message: `'${second.statement.path}' and '${first.statement.path}' both declare ${listed(shown)}.`,
    range: rangeOf(second.statement, 'path'),
    related: pairs.slice(0, 3).flatMap((pair) => [related(pair.first, 'One of them'), related(pair.second, 'The other one')]),
  };
}

function twice(uri: string, first: Named, second: Named, place: string | undefined): Finding {
  const name = nameOf(second) ?? '';
  const document = AstUtils.getDocument(first);
  const line = nameRange(first).start.line + 1;
  const where =
    document.uri.toString() === uri
      ? `declared in line ${line}`
      : `declared in '${UriUtils.basename(document.uri)}', line ${line}`;
  const within = place === undefined ? '' : ` in '${place}'`;
  return {
    uri,
    code: 'name/twice',
    level: 'error',
    message: `'${name}' is already the name of a ${wordFor(first)}${within}, ${where}.`,
    range: nameRange(second),
    related: [related(first, 'The first one')],
  };
}

function related(node: Named, message: string) {
  return { message, range: nameRange(node), uri: AstUtils.getDocument(node).uri.toString() };
}
