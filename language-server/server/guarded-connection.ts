/** A connection on which no feature can bring the server down: what it throws is logged, and the answer is null. */
import { isOperationCancelled } from 'langium';
import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { UnreadableFile } from '../workspace/unreadable-file.js';

/** The same connection; every handler registered through it is guarded. */
export function guardedConnection(connection: Connection): Connection {
  return guard(connection, new Set(['onInitialize', 'onExit', 'onShutdown']));
}

function guard<T extends object>(target: T, unguarded: ReadonlySet<string>): T {
  return new Proxy(target, {
    get(object, key) {
      const value: unknown = Reflect.get(object, key);
      if (typeof key !== 'string') return value;
      if (typeof value === 'function' && isRegistration(key)) {
        return (...given: unknown[]) =>
          Reflect.apply(
            value,
            object,
            unguarded.has(key) ? given : given.map((each) => (isHandler(each) ? guarded(each, key) : each)),
          );
      }
      // `connection.workspace.onDidRenameFiles` and the like.
      if (typeof value === 'object' && value !== null && nested.has(key)) return guard(value, unguarded);
      return typeof value === 'function' ? value.bind(object) : value;
    },
  });
}

const nested: ReadonlySet<string> = new Set([
  'workspace',
  'languages',
  'notebooks',
  'callHierarchy',
  'typeHierarchy',
  'semanticTokens',
  'inlayHint',
]);

/** `onHover`, and `semanticTokens.on`. */
function isRegistration(key: string): boolean {
  return /^on($|[A-Z])/.test(key);
}

type Handler = (...given: unknown[]) => unknown;

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

function guarded(handler: Handler, name: string): Handler {
  return async (...given) => {
    try {
      return await handler(...given);
    } catch (error) {
      // Cancelled, or refused on purpose.
      if (error instanceof ResponseError) throw error;
      if (isOperationCancelled(error)) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      // Asked about a file that is gone: editors do, while they close it.
      if (error instanceof UnreadableFile) return null;
      console.error(`${name} failed.`, error);
      return null;
    }
  };
}
