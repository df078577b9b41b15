/** One preview: a webview panel that shows one file, and the talk with its page. */
import {
  commands,
  Disposable,
  EventEmitter,
  env,
  type LogOutputChannel,
  l10n,
  type Position,
  Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { Procedure } from '../../flow/procedure.js';
import { type ExportSource, type ExportWatch, exportFile } from '../export/export-file.js';
import { ExportJobs } from '../export/export-jobs.js';
import type { ExportFormat, ExportOptions, FindingsPush, Focus, FromPage, ProcedurePush, ToPage } from '../preview-messages.js';
import type { ServerConnection } from '../server/server-connection.js';
import { beginWith } from './begin-file.js';
import { previewPage } from './preview-page.js';
import { revealSource } from './reveal-source.js';

const startCommands = { questions: 'sop.newProcedure', gallery: 'sop.templateGallery', import: 'sop.import' } as const;

export class PreviewPanel implements ExportSource {
  readonly panel: WebviewPanel;
  readonly #server: Promise<ServerConnection>;
  readonly #output: LogOutputChannel;
  readonly #disposables: Disposable[] = [];
  readonly #exports = new ExportJobs((message) => this.#post(message));
  readonly #ended = new EventEmitter<void>();
  readonly onDidDispose = this.#ended.event;
  #uri: Uri;
  #locked: boolean;
  #variant: string | null;
  #ready = false;
  /** Version last passed on: a request's answer may come after a newer push. */
  #version = -1;
  #lastFindings: FindingsPush | null = null;
  /** Kept once the page has a first procedure. */
  readonly #drawn: Promise<void>;
  readonly #wasDrawn: () => void;
  /** Asked for before there was a picture. */
  #focus: Focus | null = null;

  constructor(
    panel: WebviewPanel,
    extensionUri: Uri,
    server: Promise<ServerConnection>,
    output: LogOutputChannel,
    start: { readonly uri: Uri; readonly locked: boolean; readonly variant: string | null },
  ) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#drawn = promise;
    this.#wasDrawn = resolve;
    this.panel = panel;
    this.#server = server;
    this.#output = output;
    this.#uri = start.uri;
    this.#locked = start.locked;
    this.#variant = start.variant;
    panel.webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, 'dist')] };
    panel.iconPath = {
      light: Uri.joinPath(extensionUri, 'media', 'file-light.svg'),
      dark: Uri.joinPath(extensionUri, 'media', 'file-dark.svg'),
    };
    this.#disposables.push(
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message)),
      panel.onDidDispose(() => this.dispose()),
    );
    this.#name();
    panel.webview.html = previewPage(panel.webview, extensionUri);
  }

  get uri(): Uri {
    return this.#uri;
  }

  get locked(): boolean {
    return this.#locked;
  }

  get variant(): string | null {
    return this.#variant;
  }

  /** An export of what is shown, made by the page. */
  async make(format: ExportFormat, options: ExportOptions, watch: ExportWatch): Promise<string | Uint8Array | null> {
    await this.#drawn;
    return this.#exports.start(format, options, format === 'html' ? await this.#variants() : [], watch);
  }

  isOf(uri: Uri | string): boolean {
    return this.#uri.toString() === uri.toString();
  }

  /** Shows another file; the same one changes nothing. */
  show(uri: Uri): void {
    if (this.isOf(uri)) return;
    this.#uri = uri;
    this.#variant = null;
    this.#version = -1;
    this.#lastFindings = null;
    this.#name();
    void this.#openFile();
  }

  toggleLock(): void {
    this.#lock(!this.#locked);
  }

  focus(focus: Focus): void {
    this.#focus = focus;
    if (this.#version >= 0) this.#showFocus();
  }

  showSource(): Promise<void> {
    return revealSource(this.#uri, null, this.panel.viewColumn);
  }

  /** Passes on what the server pushed, unread, where it is about the file shown. */
  takeProcedure(push: ProcedurePush): void {
    if (!this.isOf(push.uri)) return;
    if (this.#variant === null) this.#pass(push);
    else void this.#ask();
  }

  takeFindings(push: FindingsPush): void {
    if (!this.isOf(push.uri)) return;
    this.#lastFindings = push;
    this.#post({ type: 'findings', ...push });
  }

  takeCursor(uri: Uri, { line, character }: Position, typing: boolean): void {
    if (this.isOf(uri)) this.#post({ type: 'cursor', uri: uri.toString(), position: { line, character }, typing });
  }

  takeServerState(state: ServerConnection['state']): void {
    this.#post({ type: 'server', state });
    // A new server counts on from the same text, but a file that no editor holds must be asked for again.
    if (state === 'running' && this.#ready) void this.#ask();
  }

  dispose(): void {
    if (this.#disposables.length === 0) return;
    Disposable.from(...this.#disposables.splice(0)).dispose();
    this.#exports.dispose();
    this.panel.dispose();
    this.#ended.fire();
    this.#ended.dispose();
  }

  #receive(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        void this.#openFile();
        return;
      case 'reveal':
        void revealSource(Uri.parse(message.uri), message.range, this.panel.viewColumn);
        return;
      case 'variant':
        this.#variant = message.variant;
        this.#version = -1;
        void this.#ask();
        return;
      case 'lock':
        this.#lock(message.locked);
        return;
      case 'link':
        // What a file says is a link is opened only as a web address or a mail; VS Code asks before it leaves.
        if (/^(https?|mailto):/i.test(message.url)) void env.openExternal(Uri.parse(message.url));
        return;
      case 'begin':
        void beginWith(this.#uri, message.template, this.panel.viewColumn);
        return;
      case 'start':
        // To import, a file has to be chosen; the others write into this one.
        void commands.executeCommand(startCommands[message.how], ...(message.how === 'import' ? [] : [this.#uri]));
        return;
      case 'export':
        void exportFile(this, message.format, message.theme);
        return;
      case 'export-progress':
      case 'exported':
      case 'export-failed':
        this.#exports.take(message);
        return;
      case 'copied':
        window.setStatusBarMessage(l10n.t('The picture is in the clipboard as {0}.', message.format.toUpperCase()), 4000);
        return;
      case 'restart':
        void this.#server.then((server) => server.restart());
        return;
      case 'trouble':
        this.#output.error(`Preview of ${this.#uri.toString()}: ${message.message}`);
        if (message.show) void window.showErrorMessage(message.message);
    }
  }

  async #openFile(): Promise<void> {
    if (!this.#ready) return;
    const uri = this.#uri;
    let empty = false;
    try {
      // Opened, so that the server has it even when no editor shows it.
      empty = (await workspace.openTextDocument(uri)).getText().trim() === '';
    } catch (error) {
      this.#output.warn(`${uri.toString()} cannot be opened: ${String(error)}`);
    }
    if (!this.isOf(uri)) return;
    this.#post({ type: 'file', uri: uri.toString(), name: nameOf(uri), locked: this.#locked, empty });
    if (this.#lastFindings) this.#post({ type: 'findings', ...this.#lastFindings });
    const server = await this.#server;
    this.#post({ type: 'server', state: server.state });
    await this.#ask();
    const editor = window.visibleTextEditors.find(({ document }) => this.isOf(document.uri));
    if (editor) this.takeCursor(editor.document.uri, editor.selection.active, false);
  }

  async #ask(): Promise<void> {
    const uri = this.#uri;
    const variant = this.#variant;
    const server = await this.#server;
    const answer = await server.procedureOf(uri, variant);
    if (answer && this.isOf(uri) && this.#variant === variant) this.#pass(answer);
  }

  /** The procedure and each of its variants. */
  async #variants(): Promise<readonly Procedure[]> {
    const server = await this.#server;
    const whole = await server.procedureOf(this.#uri, null);
    const others = await Promise.all((whole?.procedure.variants ?? []).map((name) => server.procedureOf(this.#uri, name)));
    return [whole, ...others].flatMap((push) => push?.procedure ?? []);
  }

  #pass(push: ProcedurePush): void {
    if (push.version < this.#version) return;
    this.#version = push.version;
    this.#post({ type: 'procedure', ...push });
    this.#wasDrawn();
    this.#showFocus();
  }

  #showFocus(): void {
    if (this.#focus) this.#post({ type: 'focus', uri: this.#uri.toString(), focus: this.#focus });
    this.#focus = null;
  }

  #lock(locked: boolean): void {
    this.#locked = locked;
    this.#name();
    this.#post({ type: 'locked', locked });
  }

  #name(): void {
    this.panel.title = `${this.#locked ? '[Preview]' : 'Preview'} ${nameOf(this.#uri)}`;
  }

  #post(message: ToPage): void {
    if (this.#ready) void this.panel.webview.postMessage(message);
  }
}

function nameOf(uri: Uri): string {
  return uri.path.split('/').at(-1) ?? uri.path;
}
