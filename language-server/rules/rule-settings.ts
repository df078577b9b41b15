/** What the surroundings say about the rules: today's date, the levels of `sop.config.json` and of the editor's settings. */
import { type FileSystemProvider, type URI, UriUtils } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { allRules } from './all-rules.js';
import { configFileName, type RuleConfig, type RuleLevels, readRuleConfig, ruleLevelsOf } from './rule-config.js';

export interface ConfigFile extends RuleConfig {
  readonly uri: URI;
  readonly text: string;
}

export class RuleSettings {
  readonly #files: FileSystemProvider;
  readonly #workspaceFolders: () => readonly string[];
  readonly #ruleIds = allRules.map((rule) => rule.id);
  #today: string | undefined;
  #editorLevels: RuleLevels = new Map();
  #read: { uri: string; text: string; config: ConfigFile } | undefined;

  constructor(shared: LangiumSharedServices) {
    this.#files = shared.workspace.FileSystemProvider;
    this.#workspaceFolders = () => (shared.workspace.WorkspaceManager.workspaceFolders ?? []).map((folder) => folder.uri);
  }

  /** ISO date that counts as today: the one set, else the clock's (where the server runs). */
  get today(): string {
    return this.#today ?? localDate(new Date());
  }

  /** Sets today, so that what depends on it does not age; undefined goes back to the clock. */
  setToday(date: string | undefined): void {
    this.#today = date;
  }

  /** The editor's `sop.rules`: they go before those of `sop.config.json`. */
  setEditorLevels(settings: unknown): void {
    this.#editorLevels = ruleLevelsOf(settings, this.#ruleIds);
  }

  /** The levels for a file: the nearest config above it, overridden by the editor's settings. */
  async levelsFor(uri: URI): Promise<{ levels: RuleLevels; config: ConfigFile | undefined }> {
    const config = await this.configFor(uri);
    return { levels: new Map([...(config?.levels ?? []), ...this.#editorLevels]), config };
  }

  /** The nearest `sop.config.json` in the folder of a file or above it, up to the workspace's or repository's root. */
  async configFor(uri: URI): Promise<ConfigFile | undefined> {
    const roots = new Set(this.#workspaceFolders().map((folder) => folder.replace(/\/$/, '')));
    let folder = UriUtils.dirname(uri);
    for (;;) {
      const config = await this.readConfig(UriUtils.joinPath(folder, configFileName));
      if (config) return config;
      if (roots.has(folder.toString().replace(/\/$/, ''))) return undefined;
      if (await this.#exists(UriUtils.joinPath(folder, '.git'))) return undefined;
      const parent = UriUtils.dirname(folder);
      if (parent.path === folder.path) return undefined;
      folder = parent;
    }
  }

  /** Reads one `sop.config.json`; undefined when it is not there. */
  async readConfig(uri: URI): Promise<ConfigFile | undefined> {
    if (!(await this.#exists(uri))) return undefined;
    let text: string;
    try {
      text = await this.#files.readFile(uri);
    } catch {
      return undefined;
    }
    const key = uri.toString();
    if (this.#read?.uri !== key || this.#read.text !== text) {
      this.#read = { uri: key, text, config: { uri, text, ...readRuleConfig(key, text, this.#ruleIds) } };
    }
    return this.#read.config;
  }

  async #exists(uri: URI): Promise<boolean> {
    try {
      return await this.#files.exists(uri);
    } catch {
      return false;
    }
  }
}

function localDate(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
