/** The language server as the rest of the extension sees it: what it pushes, what can be asked, and how it is. */
import { EventEmitter, type Uri } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { GalleryTemplate } from '../gallery-messages.js';
import type { FindingsPush, ProcedurePush, ServerState } from '../preview-messages.js';
import type { Answers, NewText } from '../start/start-messages.js';

export class ServerConnection {
  readonly #client: BaseLanguageClient;
  readonly #procedure = new EventEmitter<ProcedurePush>();
  readonly #findings = new EventEmitter<FindingsPush>();
  readonly #stateChange = new EventEmitter<ServerState>();
  /** A procedure was pushed. */
  readonly onProcedure = this.#procedure.event;
  /** Findings were pushed. */
  readonly onFindings = this.#findings.event;
  readonly onState = this.#stateChange.event;
  #state: ServerState = 'starting';

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    client.onNotification('sop/procedure', (push: ProcedurePush) => this.#procedure.fire(push));
    client.onNotification('sop/findings', (push: FindingsPush) => this.#findings.fire(push));
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#to('running');
      else if (newState === State.Starting && this.#state === 'stopped') this.#to('restarting');
    });
  }

  get state(): ServerState {
    return this.#state;
  }

  /** The server ended: it comes back by itself, or it does not. */
  ended(comesBack: boolean): void {
    this.#to(comesBack ? 'restarting' : 'stopped');
  }

  async restart(): Promise<void> {
    this.#to('restarting');
    if (this.#client.state === State.Running) await this.#client.stop();
    await this.#client.start();
  }

  /** The procedure of a file, or one of its variants; null where the server knows no such file or is not there. */
  async procedureOf(uri: Uri, variant: string | null): Promise<ProcedurePush | null> {
    return this.#ask<ProcedurePush | null>('sop/procedure', { uri: uri.toString(), ...(variant === null ? {} : { variant }) });
  }

  /** The text behind an address of the standard library. */
  async libraryText(uri: Uri): Promise<string | null> {
    return this.#ask<string | null>('sop/library', { uri: uri.toString() });
  }

  /** The templates, each with what it means; null where the server is not there. */
  async templates(): Promise<readonly GalleryTemplate[] | null> {
    return this.#ask<readonly GalleryTemplate[]>('sop/templates', {});
  }

  /** The text of a template, or of a procedure made of answers. */
  async newProcedure(from: { readonly template: string } | { readonly answers: Answers }): Promise<NewText | null> {
    return this.#ask<NewText>('sop/newProcedure', from);
  }

  /** A text of another form as a procedure. */
  async importText(fileName: string, text: string): Promise<NewText | null> {
    return this.#ask<NewText>('sop/import', { fileName, text });
  }

  async #ask<T>(method: string, parameters: object): Promise<T | null> {
    if (this.#client.state !== State.Running) await this.#running();
    try {
      return await this.#client.sendRequest<T>(method, parameters);
    } catch (error) {
      this.#client.error(`${method} was not answered.`, error, false);
      return null;
    }
  }

  #running(): Promise<void> {
    return new Promise((resolve) => {
      const listener = this.#client.onDidChangeState(({ newState }) => {
        if (newState !== State.Running) return;
        listener.dispose();
        resolve();
      });
    });
  }

  #to(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#stateChange.fire(state);
  }
}
