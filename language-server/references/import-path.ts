/** Where the path of an `import` leads. */
import { URI, UriUtils } from 'langium';

/**
 * The file that `path`, written in the file at `from`, names; undefined when it cannot name one (empty, or relative in a
 * file that has not been saved anywhere).
 */
export function resolveImport(from: URI, path: string): URI | undefined {
  if (path.trim() === '') return undefined;
  if (/^file:\/\//i.test(path)) return URI.parse(path);
  const slashes = path.replaceAll('\\', '/');
  const windowsDrive = /^[A-Za-z]:\//.test(slashes);
  // A file that was given a path but not saved yet (`untitled:/work/new.sop`) lies where it is going to be saved.
  const base = from.scheme === 'untitled' && from.path.startsWith('/') ? from.with({ scheme: 'file' }) : from;
  if (windowsDrive) return base.with({ path: `/${slashes}` });
  if (slashes.startsWith('/')) return base.with({ path: slashes });
  if (!base.path.startsWith('/')) return undefined;
  return UriUtils.resolvePath(UriUtils.dirname(base), slashes);
}
