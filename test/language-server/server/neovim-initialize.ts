/** What Neovim 0.10 sends first, shortened to what concerns a server like this one. */
export function neovimInitialize(rootUri: string): object {
  return {
    processId: process.pid,
    clientInfo: { name: 'Neovim', version: '0.10.2' },
    rootUri,
    rootPath: null,
    trace: 'off',
    workDoneToken: '1',
    workspaceFolders: [{ uri: rootUri, name: rootUri }],
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
      workspace: {
        applyEdit: true,
        configuration: true,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: false, relativePatternSupport: true },
        workspaceEdit: { resourceOperations: ['rename', 'create', 'delete'] },
        symbol: { dynamicRegistration: false },
      },
      textDocument: {
        synchronization: { dynamicRegistration: false, didSave: true, willSave: true, willSaveWaitUntil: true },
        completion: {
          completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] },
          contextSupport: true,
        },
        hover: { contentFormat: ['markdown', 'plaintext'] },
        definition: { linkSupport: true },
        rename: { prepareSupport: true },
        codeAction: {
          dataSupport: true,
          codeActionLiteralSupport: {
            codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source', 'source.organizeImports'] },
          },
        },
        publishDiagnostics: { relatedInformation: true, dataSupport: true, tagSupport: { valueSet: [1, 2] } },
        formatting: { dynamicRegistration: true },
        semanticTokens: {
          requests: { range: false, full: { delta: true } },
          tokenTypes: ['class', 'struct', 'function'],
          tokenModifiers: ['declaration'],
          formats: ['relative'],
        },
        inlayHint: { dynamicRegistration: true },
      },
      window: { workDoneProgress: true, showMessage: { messageActionItem: { additionalPropertiesSupport: false } } },
    },
  };
}
