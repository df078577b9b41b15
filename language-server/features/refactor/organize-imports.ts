/** Imports in order: those that bring nothing used here go, as do repeated ones, and the others are sorted by path. */
import { AstUtils } from 'langium';
import type { Import } from '../../generated/ast.js';
import { isTemplate } from '../../generated/ast.js';
import { symbolsOf } from '../../references/symbols.js';
import { type Refactoring, type RefactoringPlace, replacement } from './refactoring.js';
import { endWithComment, startWithComments } from './selected.js';

export const organizeImports: Refactoring = {
  kind: 'source.organizeImports',
  offers: (place) => {
    const { root, text, document } = place;
    const [first] = root.imports;
    const last = root.imports.at(-1);
    if (!first?.$cstNode || !last?.$cstNode) return [];
    const head = Math.min(...[root.header, ...root.declarations].map((node) => node?.$cstNode?.offset ?? text.length));
    // One that stands further down is told by itself.
    if (last.$cstNode.offset > head) return [];
    const kept = new Map<string, string>();
    for (const each of keptImports(place)) {
      const key = each.path;
      // What stands above the first import heads the file.
      const start = each === first ? (each.$cstNode?.offset ?? 0) : startWithComments(each, text);
      if (!kept.has(key)) kept.set(key, text.slice(start, endWithComment(each, text)));
    }
    const sorted = [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
    const from = first.$cstNode.offset;
    let to = endWithComment(last, text);
    if (sorted.length === 0) to += /^\s*/.exec(text.slice(to))?.[0].length ?? 0;
    const newText = sorted.join(text.includes('\r\n') ? '\r\n' : '\n');
    if (newText === text.slice(from, to)) return [];
    return [{ title: 'Organise imports', edits: [replacement(document, from, to, newText)] }];
  },
};

function keptImports({ document, root, services }: RefactoringPlace): Import[] {
  const { parserErrors, lexerErrors } = document.parseResult;
  // While something can't be read, or is unknown, it may be what an import is for.
  const unsure = parserErrors.length > 0 || lexerErrors.length > 0;
  if (unsure) return [...root.imports];
  const used = new Set<unknown>();
  for (const reference of document.references) {
    if ('ref' in reference && reference.ref) used.add(AstUtils.findRootNode(reference.ref));
  }
  const written = [...AstUtils.streamAllContents(root)].filter(isTemplate).map((template) => template.$cstNode?.text ?? '');
  const seen = new Set<string>();
  return services.references.VisibleFiles.importsOf(root).flatMap(({ statement, uri, file }) => {
    const key = uri?.toString() ?? statement.path;
    if (seen.has(key)) return [];
    seen.add(key);
    if (!file || used.has(file)) return [statement];
    const { names } = symbolsOf(file).body;
    const inTemplate = [...(names.get('metric')?.keys() ?? [])].some((name) =>
      written.some((text) => text.includes(`{${name}}`)),
    );
    // Where data lives is said without being named.
    return inTemplate || (names.get('source')?.size ?? 0) > 0 ? [statement] : [];
  });
}
