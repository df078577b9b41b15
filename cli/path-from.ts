/** How a file is called that the command line did not name. */
import { isAbsolute, relative } from 'node:path';
import { URI } from 'langium';

/** The path of a file seen from a folder, with slashes; the whole address for what is no file. */
export function pathFrom(folder: string, uri: string): string {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return uri;
  const path = relative(folder, parsed.fsPath);
  return (path === '' || isAbsolute(path) ? parsed.fsPath : path).replaceAll('\\', '/');
}
