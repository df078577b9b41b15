/** The editor all end-to-end tests share: the browser edition of VS Code with the packaged extension installed in it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { installCodeServer, installExtension, startCodeServer } from '../../scripts/code-server.mjs';
import { root } from '../../scripts/install.mjs';
import { settings } from './editor-settings.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the editor whose extensions run on Node. */
    readonly editor: string;
    /** Folder for workspaces, removed at the end. */
    readonly workspaces: string;
  }
}

export default async function start(project: TestProject): Promise<() => void> {
  installCodeServer();
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folder = mkdtempSync(join(root, '.cache', 'e2e-'));
  installExtension(join(root, `${name}-${version}.vsix`), folder);
  const server = await startCodeServer({ folder, settings });
  project.provide('editor', server.address);
  project.provide('workspaces', folder);
  return () => {
    server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
