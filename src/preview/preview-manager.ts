/** All previews: one that follows the editor, one for each locked file; and what they hear of editor and server. */
import {
  Disposable,
  type LogOutputChannel,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
  workspace,
} from 'vscode';
import type { Focus, PageState } from '../preview-messages.js';
import type { ServerConnection } from '../server/server-connection.js';
import { PreviewPanel } from './preview-panel.js';

const viewType = 'sop.preview';

export class PreviewManager implements WebviewPanelSerializer<PageState> {
  readonly #extensionUri: Uri;
  readonly #server: Promise<ServerConnection>;
  readonly #output: LogOutputChannel;
  readonly #panels = new Set<PreviewPanel>();
  readonly #disposables: Disposable[];
  /** Version of each text at the last move of its cursor: when it differs, the cursor moved because of typing. */
  readonly #versions = new WeakMap<object, number>();

  constructor(extensionUri: Uri, server: Promise<ServerConnection>, output: LogOutputChannel) {
    this.#extensionUri = extensionUri;
    this.#server = server;
    this.#output = output;
    this.#disposables = [
      window.registerWebviewPanelSerializer(viewType, this),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#cursor(textEditor)),
    ];
    void server.then((connection) => {
      this.#disposables.push(
        connection.onProcedure((push) => this.#each((panel) => panel.takeProcedure(push))),
        connection.onFindings((push) => this.#each((panel) => panel.takeFindings(push))),
        connection.onState((state) => this.#each((panel) => panel.takeServerState(state))),
      );
    });
  }

  /** The preview in front, where one is. */
  get active(): PreviewPanel | undefined {
    return [...this.#panels].find(({ panel }) => panel.active);
  }

  /** Shows the file: in the preview locked to it, else in the one that follows, else in a new one. */
  open(uri: Uri, column: ViewColumn): PreviewPanel {
    const existing = [...this.#panels].find((panel) => panel.locked && panel.isOf(uri)) ?? this.#unlocked();
    if (existing) {
      existing.show(uri);
      existing.panel.reveal(column === ViewColumn.Beside ? existing.panel.viewColumn : column, column === ViewColumn.Beside);
      return existing;
    }
    const panel = window.createWebviewPanel(
      viewType,
      'Preview',
      { viewColumn: column, preserveFocus: column === ViewColumn.Beside },
      { enableScripts: true, retainContextWhenHidden: true },
    );
    return this.#add(panel, { uri, locked: false, variant: null });
  }

  /** Shows the file with everything faded but what the focus is on. */
  focus(uri: Uri, focus: Focus, column: ViewColumn): void {
    const shown = [...this.#panels].find((panel) => panel.isOf(uri) && panel.panel.visible);
    (shown ?? this.open(uri, column)).focus(focus);
  }

  /** After a reload of the window: the page itself knows what it showed. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: PageState | undefined): Promise<void> {
    const fallback = window.visibleTextEditors.find(({ document }) => document.languageId === 'sop')?.document.uri;
    const uri = state ? Uri.parse(state.uri) : fallback;
    if (!uri) {
      panel.dispose();
      return;
    }
    this.#add(panel, { uri, locked: state?.locked ?? false, variant: state?.variant ?? null });
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
    for (const panel of [...this.#panels]) panel.dispose();
  }

  #add(webviewPanel: WebviewPanel, start: { uri: Uri; locked: boolean; variant: string | null }): PreviewPanel {
    const panel = new PreviewPanel(webviewPanel, this.#extensionUri, this.#server, this.#output, start);
    this.#panels.add(panel);
    panel.onDidDispose(() => this.#panels.delete(panel));
    return panel;
  }

  #unlocked(): PreviewPanel | undefined {
    return [...this.#panels].find(({ locked }) => !locked);
  }

  #follow(editor: TextEditor | undefined): void {
    if (editor?.document.languageId !== 'sop' || editor.document.uri.scheme === 'sop-library') return;
    if (!workspace.getConfiguration('sop.preview').get('followEditor', true)) return;
    this.#unlocked()?.show(editor.document.uri);
    this.#cursor(editor);
  }

  #cursor({ document, selection }: TextEditor): void {
    if (document.languageId !== 'sop' || this.#panels.size === 0) return;
    if (!workspace.getConfiguration('sop.preview').get('showCursor', true)) return;
    const before = this.#versions.get(document);
    this.#versions.set(document, document.version);
    const typing = before !== undefined && before !== document.version;
    this.#each((panel) => panel.takeCursor(document.uri, selection.active, typing));
  }

  #each(tell: (panel: PreviewPanel) => void): void {
    for (const panel of this.#panels) tell(panel);
  }
}
