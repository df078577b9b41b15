/** Why a file that is there, or should be, cannot be used. */
export type UnreadableReason = 'missing' | 'folder' | 'no-sop' | 'not-utf8' | 'too-large' | 'unreadable';

/** Thrown by our file systems when a file cannot be read; `reason` tells which of the known ways it failed. */
export class UnreadableFile extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, path: string) {
    super(`${sentences[reason]}: ${path}`);
    this.name = 'UnreadableFile';
    this.reason = reason;
  }
}

/** Files above this are not read: nobody wrote them by hand. */
export const largestFile = 16 * 1024 * 1024;

/**
 * The text in these bytes, without a byte order mark.
 * @throws `UnreadableFile` when they are no UTF-8, or too many.
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  if (bytes.byteLength > largestFile) throw new UnreadableFile('too-large', path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('not-utf8', path);
  }
}

const sentences: Readonly<Record<UnreadableReason, string>> = {
  missing: 'There is no such file',
  folder: 'This is a folder',
  'no-sop': 'This is no .sop file',
  'not-utf8': 'This file is not UTF-8 text',
  'too-large': 'This file is larger than 16 MB',
  unreadable: 'This file cannot be read',
};
