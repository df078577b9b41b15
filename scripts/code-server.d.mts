import type { ChildProcess } from 'node:child_process';

export interface CodeServer {
  readonly address: string;
  readonly child: ChildProcess;
  stop(): void;
}

export const codeServer: string;
export function installCodeServer(): void;
export function installExtension(vsix: string, folder: string): void;
export function startCodeServer(options: {
  readonly folder: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly port?: number;
  readonly workspace?: string;
}): Promise<CodeServer>;
export function freePort(): Promise<number>;
