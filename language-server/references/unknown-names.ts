/** `link/unknown`: a name that leads nowhere, with what it could have been. */
import type { AstNode, AstReflection, LangiumDocument, LangiumDocuments, LinkingError, Reference } from 'langium';
import { nearestName } from '../../flow/nearest-name.js';
import type { Document, Metric, Test } from '../generated/ast.js';
import type { Finding } from '../rules/finding.js';
import { elsewhere } from './elsewhere.js';
import type { NameScope } from './name-scope.js';
import { listed, wantedAt, withArticle } from './reader-words.js';
import type { SopScopeProvider } from './scope-provider.js';
import type { VisibleFiles } from './visible-files.js';

export interface UnknownNameServices {
  readonly reflection: AstReflection;
  readonly scopes: SopScopeProvider;
  readonly files: VisibleFiles;
  readonly documents: LangiumDocuments;
}

/** Every name of a linked file that does not resolve; none where another finding already says why. */
export function unknownNames(document: LangiumDocument<Document>, services: UnknownNameServices): Finding[] {
  const importsMissing = services.files.importsOf(document.parseResult.value).some(({ file }) => !file);
  const findings: Finding[] = [];
  for (const reference of document.references) {
    if (!('ref' in reference) || !reference.error) continue;
    const range = reference.$refNode?.range;
    if (!range || !reference.$refText || reference.$refNode?.length === 0) continue;
    const words = explain(reference, reference.error, services, importsMissing);
    if (words)
      findings.push({ uri: document.uri.toString(), code: 'link/unknown', level: 'error', range, related: [], ...words });
  }
  return findings;
}

type Words = Pick<Finding, 'message' | 'fix'> & Partial<Pick<Finding, 'related'>>;

function explain(
  reference: Reference,
  { info }: LinkingError,
  services: UnknownNameServices,
  importsMissing: boolean,
): Words | undefined {
  const name = reference.$refText;
  const type = services.reflection.getReferenceType(info);
  const scope = services.scopes.getScope(info);
  if (type === 'Category') {
    const test = info.container.$container as Test;
    if (!test.severity) return explainChoice(reference, test, scope);
  }
  const wanted = wantedAt(type, info.container.$type);
  const away = elsewhere(name, info.container, type, services);
  if (away?.exact) return { message: away.message, ...(away.fix && { fix: away.fix(reference) }) };

  const near = nearest(name, scope);
  const inside = stepOfKnownPlace(name, scope);
  const start = inside ? `There is no step '${inside.step}' in '${inside.place}'.` : `There is no ${wanted.one} '${name}'.`;
  if (near) return { message: `${start} Did you mean '${near}'?`, fix: changeTo(near, reference) };
  if (away) return { message: away.message, ...(away.fix && { fix: away.fix(reference) }) };
  // The file that cannot be imported may well declare it: one fault, one finding.
  if (importsMissing && importable.has(type)) return undefined;
  const names = [...scope.all()].map(([each]) => each).filter((each) => !each.includes('.'));
  if (names.length === 0 || names.length > mostListed) return { message: start };
  return { message: `${start} ${existing(names, wanted.many)}` };
}

function explainChoice(reference: Reference, test: Test, scope: NameScope): Words | undefined {
  const metric: AstNode | undefined = test.subject?.ref;
  // What is no choice at all is a matter of types, and told there.
  if (metric?.$type !== 'Metric' || (metric as Metric).type?.$type !== 'ChoiceType') return undefined;
  const start = `'${reference.$refText}' is not ${withArticle((metric as Metric).name)}.`;
  const near = nearest(reference.$refText, scope);
  if (near) return { message: `${start} Did you mean '${near}'?`, fix: changeTo(near, reference) };
  const names = [...scope.all()].map(([name]) => name);
  return { message: names.length > mostListed ? start : `${start} It is one of ${listed(names, 'or')}.` };
}

const mostListed = 6;
const importable: ReadonlySet<string> = new Set([
  'Team',
  'Role',
  'Channel',
  'Template',
  'Calendar',
  'Metric',
  'Measurable',
  'Header',
]);

function existing(names: readonly string[], many: string): string {
  if (names.length === 1) return `There is only '${names[0]}'.`;
  return `The ${many} are ${listed(names)}.`;
}

/** A step is looked for in the level that was named; any other name among all that may stand here. */
function nearest(name: string, scope: NameScope): string | null {
  const names = [...scope.all()].map(([each]) => each);
  const inside = stepOfKnownPlace(name, scope);
  if (inside) {
    const step = nearestName(inside.step, inside.steps);
    return step && (names.includes(`${inside.place}.${step}`) ? `${inside.place}.${step}` : step);
  }
  const plain = names.filter((each) => each.includes('.') === name.includes('.'));
  return nearestName(name, plain);
}

function stepOfKnownPlace(name: string, scope: NameScope): { place: string; step: string; steps: string[] } | undefined {
  const dot = name.indexOf('.');
  if (dot < 0) return undefined;
  const place = name.slice(0, dot);
  const steps = scope.stepsOf(place);
  return steps && { place, step: name.slice(dot + 1), steps };
}

function changeTo(name: string, reference: Reference): NonNullable<Finding['fix']> {
  const range = reference.$refNode?.range;
  return { title: `Change to '${name}'`, edits: range ? [{ range, newText: name }] : [] };
}
