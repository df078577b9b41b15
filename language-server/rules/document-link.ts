/** A `see` that names a file beside this one must find it there. */

import { ownElements } from './own-elements.js';
import type { Rule } from './rule.js';

export const documentLink: Rule = {
  id: 'document/link',
  level: 'warning',
  check: ({ procedure, fileExists, report }) => {
    for (const { element } of ownElements(procedure)) {
      for (const reference of element.references ?? []) {
        const path = relativePathOf(reference.url);
        if (path === null || fileExists(path) !== false) continue;
        report({
          range: reference.range,
          element: element.id,
          message: `There is no file '${path}' beside this one. Mend the path, or leave the 'see' out.`,
        });
      }
    }
  },
};

/** The path of an address that names a file of the workspace; null for a web address, a mail address or plain words. */
export function relativePathOf(url: string): string | null {
  const address = url.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || /^[/\\#?]/.test(address) || address === '') return null;
  const path = decoded(address.replace(/[?#].*$/, ''));
  if (/^\.{1,2}[/\\]/.test(path)) return path.replaceAll('\\', '/');
  const [first = ''] = path.split('/');
  // `example.com/handbook` is an address of the web that lacks its https.
  if (/^www\.|\.(?:com|org|net|edu|gov|io|dev|app|ai|co|eu|uk|de|fr|nl|us|ca|au|in|jp|info)$/i.test(first)) return null;
  const words = /\s/.test(path);
  const namesFile = words ? /\.(?:md|pdf|docx?|xlsx?|pptx?|txt|sop|html?|png|jpe?g|svg)$/i : /\.[a-z][a-z0-9]{0,7}$/i;
  return namesFile.test(path) || (path.includes('/') && !words) ? path : null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
