/** "SOP Health": every procedure of the workspace with its findings by family, and when it is to be reviewed. */
import {
  type Diagnostic,
  DiagnosticSeverity,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  RelativePattern,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { ServerConnection } from '../server/server-connection.js';
import { reviewDue } from './review-due.js';

type Entry =
  | { readonly kind: 'file'; readonly uri: Uri; readonly title: string | null; readonly due: string | null }
  | { readonly kind: 'family'; readonly uri: Uri; readonly family: string; readonly findings: readonly Diagnostic[] }
  | { readonly kind: 'finding'; readonly uri: Uri; readonly finding: Diagnostic };

/** More files than this are not listed one by one. */
const mostFiles = 500;

/** Families in the reader's words; others are shown as they are written. */
const families: Readonly<Record<string, string>> = {
  syntax: l10n.t('Cannot be read'),
  link: l10n.t('Names'),
  name: l10n.t('Names'),
  import: l10n.t('Imports'),
  value: l10n.t('Dates and times'),
  condition: l10n.t('Conditions'),
  people: l10n.t('People'),
  flow: l10n.t('Flow'),
  time: l10n.t('Times'),
  close: l10n.t('Closing'),
  document: l10n.t('The document'),
  talk: l10n.t('Telling the customer'),
  trigger: l10n.t('Triggers'),
  severity: l10n.t('Severities'),
  decision: l10n.t('Decisions'),
  ignore: l10n.t('Silenced rules'),
};

class HealthTree implements TreeDataProvider<Entry> {
  readonly #server: Promise<ServerConnection>;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #procedures = new Map<string, { title: string | null; due: string | null }>();

  constructor(server: Promise<ServerConnection>) {
    this.#server = server;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  forget(uri: string): void {
    this.#procedures.delete(uri);
  }

  async getChildren(entry?: Entry): Promise<Entry[]> {
    if (!entry) return this.#files();
    if (entry.kind === 'file') return familiesOf(entry.uri);
    return entry.kind === 'family' ? entry.findings.map((finding) => ({ kind: 'finding', uri: entry.uri, finding })) : [];
  }

  getTreeItem(entry: Entry): TreeItem {
    if (entry.kind === 'file') return fileItem(entry);
    if (entry.kind === 'family') {
      const item = new TreeItem(families[entry.family] ?? entry.family, TreeItemCollapsibleState.Expanded);
      item.description = String(entry.findings.length);
      return item;
    }
    return findingItem(entry.uri, entry.finding);
  }

  async #files(): Promise<Entry[]> {
    const folders = workspace.workspaceFolders ?? [];
    const found = await Promise.all(
      folders.map((folder) => workspace.findFiles(new RelativePattern(folder, '**/*.sop'), '**/node_modules/**', mostFiles)),
    );
    const open = workspace.textDocuments.filter(({ languageId, uri }) => languageId === 'sop' && uri.scheme === 'untitled');
    const uris = [...found.flat(), ...open.map(({ uri }) => uri)].sort((one, other) => one.path.localeCompare(other.path));
    const entries = await Promise.all(
      uris.map(async (uri): Promise<Entry> => ({ kind: 'file', uri, ...(await this.#about(uri)) })),
    );
    return entries.sort((one, other) => gravity(other.uri) - gravity(one.uri));
  }

  async #about(uri: Uri): Promise<{ title: string | null; due: string | null }> {
    const known = this.#procedures.get(uri.toString());
    if (known) return known;
    const answer = await (await this.#server).procedureOf(uri, null);
    const about = { title: answer?.procedure.title ?? null, due: reviewDue(answer?.procedure.header ?? null) };
    if (answer) this.#procedures.set(uri.toString(), about);
    return about;
  }
}

export function registerHealthView(server: Promise<ServerConnection>): Disposable {
  const tree = new HealthTree(server);
  const view = window.createTreeView('sop.health', { treeDataProvider: tree, showCollapseAll: true });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  // A tree that redraws at every key would flicker; nobody reads it while typing.
  const refreshSoon = () => {
    clearTimeout(waiting);
    if (view.visible) waiting = setTimeout(() => tree.refresh(), 500);
  };
  const disposables = [
    view,
    view.onDidChangeVisibility(() => refreshSoon()),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const ours = uris.filter(({ path }) => path.endsWith('.sop'));
      for (const uri of ours) tree.forget(uri.toString());
      if (ours.length > 0) refreshSoon();
    }),
    new Disposable(() => clearTimeout(waiting)),
  ];
  return Disposable.from(...disposables);
}

function familiesOf(uri: Uri): Entry[] {
  const byFamily = new Map<string, Diagnostic[]>();
  for (const finding of languages.getDiagnostics(uri)) {
    const family = codeOf(finding).split('/')[0] ?? '';
    byFamily.set(family, [...(byFamily.get(family) ?? []), finding]);
  }
  return [...byFamily].map(([family, findings]) => ({ kind: 'family', uri, family, findings }));
}

function fileItem({ uri, title, due }: Entry & { kind: 'file' }): TreeItem {
  const findings = languages.getDiagnostics(uri);
  const name = uri.path.split('/').at(-1) ?? uri.path;
  const item = new TreeItem(
    title ?? name,
    findings.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  const today = new Date().toISOString().slice(0, 10);
  const review = due === null ? [] : [due < today ? l10n.t('review was due {0}', due) : l10n.t('review due {0}', due)];
  const count =
    findings.length === 0 ? [] : [findings.length === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findings.length)];
  item.description = [...count, ...review].join(' · ');
  item.tooltip = uri.fsPath;
  item.iconPath = iconFor(Math.min(...findings.map(({ severity }) => severity), DiagnosticSeverity.Hint + 1));
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri] };
  return item;
}

function findingItem(uri: Uri, finding: Diagnostic): TreeItem {
  const item = new TreeItem(finding.message, TreeItemCollapsibleState.None);
  item.description = l10n.t('line {0}', finding.range.start.line + 1);
  item.tooltip = `${finding.message}\n${codeOf(finding)}`;
  item.iconPath = iconFor(finding.severity);
  item.command = { command: 'vscode.open', title: l10n.t('Go to It'), arguments: [uri, { selection: finding.range }] };
  return item;
}

function iconFor(severity: number): ThemeIcon {
  if (severity === DiagnosticSeverity.Error) return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  if (severity === DiagnosticSeverity.Warning) return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  return severity > DiagnosticSeverity.Hint ? new ThemeIcon('pass', new ThemeColor('testing.iconPassed')) : new ThemeIcon('info');
}

function gravity(uri: Uri): number {
  return languages.getDiagnostics(uri).filter(({ severity }) => severity <= DiagnosticSeverity.Warning).length;
}

function codeOf({ code }: Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code ?? '');
}
