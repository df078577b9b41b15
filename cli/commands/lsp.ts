/** `sop lsp --stdio`: the language server, for editors other than VS Code. */

/** Starts the server; it ends with its connection. */
export async function lsp(): Promise<void> {
  await import('../../language-server/server/main-node.js');
}
