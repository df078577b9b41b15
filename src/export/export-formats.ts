/** What the editor asks before an export: the format, and what there is to choose about it. */
import { l10n, type QuickPickItem, window } from 'vscode';
import type { ExportFormat, ExportOptions } from '../preview-messages.js';

interface FormatItem extends QuickPickItem {
  readonly format: ExportFormat;
}

const formats: readonly FormatItem[] = [
  { format: 'svg', label: l10n.t('SVG picture'), description: '.svg' },
  { format: 'png', label: l10n.t('PNG picture'), description: '.png' },
  { format: 'pdf', label: l10n.t('PDF document'), description: '.pdf' },
  { format: 'html', label: l10n.t('HTML page'), description: '.html', detail: l10n.t('One file with all views, works offline') },
  {
    format: 'csv',
    label: l10n.t('CSV table'),
    description: '.csv',
    detail: l10n.t('Responsibilities or communication, for a spreadsheet'),
  },
  { format: 'markdown', label: l10n.t('Markdown runbook'), description: '.md' },
  { format: 'mermaid', label: l10n.t('Mermaid flowchart'), description: '.mmd' },
  { format: 'bpmn', label: 'BPMN 2.0', description: '.bpmn' },
  { format: 'procedure', label: l10n.t('JSON: procedure'), description: '.json' },
  { format: 'drawing', label: l10n.t('JSON: drawing'), description: '.json' },
];

/** Of the file's name, without the dot. */
export const extensions: Readonly<Record<ExportFormat, string>> = {
  svg: 'svg',
  png: 'png',
  pdf: 'pdf',
  html: 'html',
  csv: 'csv',
  markdown: 'md',
  mermaid: 'mmd',
  bpmn: 'bpmn',
  procedure: 'json',
  drawing: 'json',
};

/** Undefined: the reader went away. */
export async function chosenFormat(): Promise<ExportFormat | undefined> {
  return (await window.showQuickPick(formats, { placeHolder: l10n.t('Export the procedure as'), matchOnDescription: true }))
    ?.format;
}

/** Undefined: the reader went away. */
export async function chosenOptions(format: ExportFormat, theme: 'light' | 'dark'): Promise<ExportOptions | undefined> {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  const plain: ExportOptions = { theme, scale: 1, transparent: false, paper: 'fit', today };
  if (format === 'png') {
    const choices = [1, 2, 3, 4].flatMap((scale) => [
      { label: `${scale}×`, description: l10n.t('with the background of the theme'), scale, transparent: false },
      { label: l10n.t('{0}× transparent', scale), description: l10n.t('without a background'), scale, transparent: true },
    ]);
    const chosen = await window.showQuickPick(choices, { placeHolder: l10n.t('How large, for each pixel of the picture') });
    return chosen && { ...plain, scale: chosen.scale, transparent: chosen.transparent };
  }
  if (format === 'pdf') {
    const choices = [
      { label: l10n.t('One page'), description: l10n.t('as large as the picture'), paper: 'fit' },
      { label: 'A4', description: l10n.t('pages behind a cover'), paper: 'a4' },
      { label: l10n.t('Letter'), description: l10n.t('pages behind a cover'), paper: 'letter' },
    ] as const;
    const chosen = await window.showQuickPick(choices, { placeHolder: l10n.t('Paper') });
    return chosen && { ...plain, theme: 'light', paper: chosen.paper };
  }
  if (format === 'csv') {
    const choices = [
      { label: l10n.t('Responsibilities'), description: l10n.t('who does and knows what'), view: 'responsibilities' },
      {
        label: l10n.t('Communication'),
        description: l10n.t('who is told what, when, over what, by whom'),
        view: 'communication',
      },
    ] as const;
    const chosen = await window.showQuickPick(choices, { placeHolder: l10n.t('Which table') });
    return chosen && { ...plain, view: chosen.view };
  }
  return plain;
}
