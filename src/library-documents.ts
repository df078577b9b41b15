/** The standard library as read-only documents, for go-to-definition. */
import { type Disposable, workspace } from 'vscode';
import type { ServerConnection } from './server/server-connection.js';

export function registerLibraryDocuments(server: Promise<ServerConnection>): Disposable {
  return workspace.registerTextDocumentContentProvider('sop-library', {
    provideTextDocumentContent: async (uri) => (await server).libraryText(uri),
  });
}
