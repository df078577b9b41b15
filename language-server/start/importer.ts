/** What an importer is: one foreign form of a procedure, and how it becomes ours. */

export interface Importer {
  readonly format: string;
  readonly title: string;
  /** Ends of file names, without the dot. */
  readonly extensions: readonly string[];
  /** Whether a text of unknown name is likely of this form. */
  readonly looksLike: (text: string) => boolean;
  /** A formatted text, with `// todo` comments for what could not be known. @throws `ImportError` */
  readonly import: (text: string, about: ImportedFile) => Promise<string>;
}

export interface ImportedFile {
  /** Gives the procedure its title where the file has none; may be empty. */
  readonly fileName: string;
  /** ISO date: the day of its first review. */
  readonly today: string;
}
