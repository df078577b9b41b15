/** A plug-in of markdown-it, as `contributes.markdown.markdownItPlugins` wants it: ```sop blocks are drawn. */

/** As much of markdown-it as is used here. */
export interface MarkdownIt {
  readonly renderer: { readonly rules: { fence?: Fence | undefined } };
}

type Fence = (tokens: readonly Token[], index: number, ...others: readonly unknown[]) => string;

interface Token {
  readonly info: string;
  readonly content: string;
}

/** What the bundle `dist/markdown.cjs` gives. */
export interface BlockPictures {
  /** HTML of a block's picture. */
  readonly pictureOf: (text: string) => string;
}

export interface MarkdownPlugin {
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

/** `load` is asked at each block, and gives null while the pictures are not there: then the block stays text. */
export function drawBlocks(load: () => BlockPictures | null): MarkdownPlugin {
  return {
    extendMarkdownIt: (markdown) => {
      const { rules } = markdown.renderer;
      const before = rules.fence;
      rules.fence = (tokens, index, ...others) => {
        const token = tokens[index];
        const pictures = token && /^sop\b/i.test(token.info.trim()) ? load() : null;
        if (token && pictures) return pictures.pictureOf(token.content);
        return before ? before(tokens, index, ...others) : '';
      };
      return markdown;
    },
  };
}

export function isBlockPictures(given: unknown): given is BlockPictures {
  return typeof given === 'object' && given !== null && 'pictureOf' in given && typeof given.pictureOf === 'function';
}
