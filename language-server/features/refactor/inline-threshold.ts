/** A threshold's name gives way to its condition: at one place, or everywhere, and its declaration goes. */
import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import { type Condition, isTest, isThreshold, type Test, type Threshold } from '../../generated/ast.js';
import { usagesOf } from '../usages.js';
import { type Change, type Refactoring, type RefactoringPlace, replacement } from './refactoring.js';
import { around, endWithComment, startWithComments } from './selected.js';

export const inlineThreshold: Refactoring = {
  kind: 'refactor.inline',
  offers: (place) => {
    const at = around(place);
    const test = at.find(isTest);
    const used = test?.subject?.ref;
    if (test && isThreshold(used) && !test.comparison) {
      const here = atOnePlace(test, used, place);
      const own = AstUtils.findRootNode(used) === place.root ? everywhere(used, place) : undefined;
      return [here, own].filter((change) => change !== undefined);
    }
    const declared = at[0];
    const own = isThreshold(declared) ? everywhere(declared, place) : undefined;
    return own ? [own] : [];
  },
};

function atOnePlace(test: Test, threshold: Threshold, { document, services, root }: RefactoringPlace): Change | undefined {
  const reference = test.subject?.$refNode;
  if (!reference || !threshold.condition) return undefined;
  // What is named in another file may be unknown here.
  if (AstUtils.findRootNode(threshold) !== root && !namesReach(threshold, test, services)) return undefined;
  return {
    title: `Inline threshold '${threshold.name}' here`,
    edits: [replacement(document, reference.offset, reference.end, conditionFor(test, threshold.condition))],
  };
}

function everywhere(threshold: Threshold, place: RefactoringPlace): Change | undefined {
  const { document, root, services, text } = place;
  if (!threshold.condition) return undefined;
  const usages = usagesOf(threshold, services.shared.workspace.LangiumDocuments, services.references.ScopeProvider);
  if (usages.some((usage) => usage.document !== document)) return undefined;
  const tests = [...AstUtils.streamAllContents(root)].filter(isTest).filter((test) => test.subject?.ref === threshold);
  // Named elsewhere than in a condition, as where a variant overrides it: there it has to stay.
  if (tests.length === 0 || tests.length !== usages.filter((usage) => !usage.declaration).length) return undefined;
  if (tests.some((test) => test.comparison || AstUtils.getContainerOfType(test, isThreshold) === threshold)) return undefined;
  const end = endWithComment(threshold, text);
  return {
    title: `Inline threshold '${threshold.name}' everywhere and remove it`,
    edits: [
      ...tests.flatMap((test) => {
        const reference = test.subject?.$refNode;
        return reference && threshold.condition
          ? [replacement(document, reference.offset, reference.end, conditionFor(test, threshold.condition))]
          : [];
      }),
      replacement(document, startWithComments(threshold, text), end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0), ''),
    ],
  };
}

/** As it has to be written in the place of a test: in parentheses where it would else be read another way. */
function conditionFor(test: Test, condition: Condition): string {
  const text = condition.$cstNode?.text ?? '';
  const parent: AstNode | undefined = test.$container;
  const weaker = (condition.$type === 'Or' && parent?.$type === 'And') || (isJoined(condition) && parent?.$type === 'Not');
  return weaker || test.window ? `(${text})` : text;
}

function isJoined(condition: Condition): boolean {
  return condition.$type === 'Or' || condition.$type === 'And';
}

function namesReach(threshold: Threshold, at: Test, services: RefactoringPlace['services']): boolean {
  const container = { $type: 'Test', $container: at.$container } as Test;
  const scope = services.references.ScopeProvider.getScope({
    container,
    property: 'subject',
    reference: { $refText: '', ref: undefined },
  });
  return [...AstUtils.streamAllContents(threshold)].every((node) => {
    if (isTest(node)) return node.subject === undefined || scope.getElement(node.subject.$refText)?.node === node.subject.ref;
    return node.$type !== 'Judgement';
  });
}
