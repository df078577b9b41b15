/** Everything the extension and the gallery's page say to each other. */
import type { Procedure } from '../flow/procedure.js';

/** A card of the gallery. */
export interface GalleryTemplate {
  readonly name: string;
  readonly kind: 'procedure' | 'library';
  readonly title: string;
  /** What it teaches, in a sentence. */
  readonly lesson: string;
  /** Empty: it suits all. */
  readonly segments: readonly string[];
  readonly procedure: Procedure;
}

export type ToGallery =
  | { readonly type: 'templates'; readonly templates: readonly GalleryTemplate[] }
  /** The server did not answer. */
  | { readonly type: 'nothing' };

export type FromGallery =
  | { readonly type: 'ready' }
  | { readonly type: 'choose'; readonly name: string }
  | { readonly type: 'questions' }
  | { readonly type: 'import' };
