/** Imports every file that declares a name which is used here and known nowhere. */
import type { TextEdit } from 'vscode-languageserver-protocol';
import { filesDeclaring } from './declared-elsewhere.js';
import { importEdit } from './imports.js';
import type { Refactoring } from './refactoring.js';

export const addMissingImports: Refactoring = {
  kind: 'source.addMissingImports',
  offers: ({ document, root, services }) => {
    const paths = new Set<string>();
    for (const reference of document.references) {
      if (!('ref' in reference) || reference.ref || !reference.error || !reference.$refText) continue;
      const type = services.shared.AstReflection.getReferenceType(reference.error.info);
      const [path, ...others] = filesDeclaring(reference.$refText, type, document, services);
      // Where several files declare it, only people know which one is meant.
      if (path && others.length === 0) paths.add(path);
    }
    const edits: TextEdit[] = [];
    for (const path of [...paths].sort()) {
      const edit = importEdit(document, root, path);
      if (edit) edits.push(edit);
    }
    return edits.length === 0 ? [] : [{ title: 'Add all missing imports', edits }];
  },
};
