export const root: string;
export function installMissing(): void;
export function projectNode(): string;
export function environment(extra?: Readonly<Record<string, string>>): NodeJS.ProcessEnv;
export function runScript(name: string, options?: object): boolean;
