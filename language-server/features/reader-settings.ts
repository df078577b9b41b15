/** What readers have turned off of the hints and lenses in their text: the settings `sop.inlayHints` and `sop.codeLens`. */
import type { SopServices } from '../sop-module.js';

export class ReaderSettings {
  readonly #services: SopServices;
  /** The editor has said what is set. */
  #configured = false;

  constructor(services: SopServices) {
    this.#services = services;
    void services.shared.workspace.ConfigurationProvider.ready.then(() => {
      this.#configured = true;
    });
  }

  /** Tells for each setting of the section whether it is on. Until the editor has said so, and where it never does, all are. */
  async of(section: 'inlayHints' | 'codeLens'): Promise<(name: string) => boolean> {
    const provider = this.#services.shared.workspace.ConfigurationProvider;
    const settings: unknown = this.#configured
      ? await provider.getConfiguration('sop', section).catch(() => undefined)
      : undefined;
    return (name) => !(typeof settings === 'object' && settings !== null && Reflect.get(settings, name) === false);
  }
}
