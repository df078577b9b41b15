/** Finds the files of the workspace in the background: no open file waits for those that nobody looks at. */
import { DefaultWorkspaceManager, type LangiumSharedCoreServices, type URI, UriUtils, type WorkspaceFolder } from 'langium';
import type { InitializedParams } from 'vscode-languageserver';
import type { SopDocumentBuilder } from './document-builder.js';

export class SopWorkspaceManager extends DefaultWorkspaceManager {
  readonly #builder: SopDocumentBuilder;
  #loading: Promise<void> = Promise.resolve();

  constructor(services: LangiumSharedCoreServices & { readonly workspace: { readonly DocumentBuilder: SopDocumentBuilder } }) {
    super(services);
    this.#builder = services.workspace.DocumentBuilder;
  }

  override initialized(_params: InitializedParams): Promise<void> {
    this._ready.resolve();
    return this.#load(this.folders ?? []);
  }

  /** Resolves once every file of the workspace is loaded and checked. */
  async allChecked(): Promise<void> {
    await this.#loading;
    await this.#builder.allBuilt();
  }

  /** Whether a file lies in one of the workspace's folders. */
  contains(uri: URI): boolean {
    return (this.folders ?? []).some((folder) => UriUtils.contains(folder.uri, uri));
  }

  /** The workspace got these folders, and lost those. */
  async changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): Promise<void> {
    const lost = new Set(removed.map((folder) => folder.uri));
    this.folders = [...(this.folders ?? []).filter((folder) => !lost.has(folder.uri)), ...added];
    await this.#load(added);
  }

  override shouldIncludeEntry(...[entry]: Parameters<DefaultWorkspaceManager['shouldIncludeEntry']>): boolean {
    if (entry.isDirectory && UriUtils.basename(entry.uri) === 'dist') return false;
    return super.shouldIncludeEntry(entry);
  }

  #load(folders: readonly WorkspaceFolder[]): Promise<void> {
    this.#loading = this.#loading.then(() => this.#loadFolders(folders));
    this.#builder.lookingFor(this.#loading);
    return this.#loading;
  }

  async #loadFolders(folders: readonly WorkspaceFolder[]): Promise<void> {
    for (const folder of folders) {
      const files = await this.searchFolder(this.getRootFolder(folder));
      this.#builder.later(files);
    }
  }
}
