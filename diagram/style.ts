/**
 * How the picture looks: one table from class to appearance. The page gets it as a style sheet over the editor's colours
 * (`styleSheet()`), a file on disk as attributes with the colours of a theme (`attributesOf`).
 */

export type Colour =
  | 'background'
  | 'text'
  | 'muted'
  | 'band'
  | 'band-border'
  | 'header'
  | 'box'
  | 'border'
  | 'line'
  | 'escalate'
  | 'back'
  | 'customer'
  | 'customer-box'
  | 'customer-text'
  | 'done'
  | 'error'
  | 'warning'
  | 'on-badge';

export type Palette = Readonly<Record<Colour, string>>;

export const light: Palette = {
  background: '#ffffff',
  text: '#1a2230',
  muted: '#566173',
  band: '#f6f7f9',
  'band-border': '#cfd5de',
  header: '#e9edf2',
  box: '#ffffff',
  border: '#8792a3',
  line: '#5a6577',
  escalate: '#b34d00',
  back: '#6a55b5',
  customer: '#0a66c2',
  'customer-box': '#e2effc',
  'customer-text': '#0b4f94',
  done: '#1f7a45',
  error: '#c4302b',
  warning: '#966200',
  'on-badge': '#ffffff',
};

export const dark: Palette = {
  background: '#1c1e23',
  text: '#e9ecf1',
  muted: '#a8b1bf',
  band: '#23262c',
  'band-border': '#3f4550',
  header: '#2d313a',
  box: '#2a2e36',
  border: '#7c8797',
  line: '#98a3b3',
  escalate: '#f2a65e',
  back: '#b9abf5',
  customer: '#62b0ff',
  'customer-box': '#17344f',
  'customer-text': '#a9d4ff',
  done: '#74cf93',
  error: '#ff7b72',
  warning: '#e3b341',
  'on-badge': '#16181d',
};

/** The editor's own colours; `mix` keeps tints in step with any theme. */
const editor: Palette = {
  background: 'var(--vscode-editor-background, #ffffff)',
  text: 'var(--vscode-editor-foreground, #1a2230)',
  muted: 'color-mix(in srgb, var(--vscode-editor-foreground, #1a2230) 78%, var(--vscode-editor-background, #ffffff))',
  band: 'color-mix(in srgb, var(--vscode-editor-foreground, #1a2230) 4%, var(--vscode-editor-background, #ffffff))',
  'band-border': 'color-mix(in srgb, var(--vscode-editor-foreground, #1a2230) 22%, var(--vscode-editor-background, #ffffff))',
  header: 'color-mix(in srgb, var(--vscode-editor-foreground, #1a2230) 9%, var(--vscode-editor-background, #ffffff))',
  box: 'var(--vscode-editor-background, #ffffff)',
  border: 'color-mix(in srgb, var(--vscode-editor-foreground, #1a2230) 52%, var(--vscode-editor-background, #ffffff))',
  line: 'color-mix(in srgb, var(--vscode-editor-foreground, #1a2230) 66%, var(--vscode-editor-background, #ffffff))',
  escalate: 'color-mix(in srgb, var(--vscode-charts-orange, #b34d00) 70%, var(--vscode-editor-foreground, #1a2230))',
  back: 'color-mix(in srgb, var(--vscode-charts-purple, #6a55b5) 80%, var(--vscode-editor-foreground, #1a2230))',
  customer: 'color-mix(in srgb, var(--vscode-charts-blue, #0a66c2) 85%, var(--vscode-editor-foreground, #1a2230))',
  'customer-box': 'color-mix(in srgb, var(--vscode-charts-blue, #0a66c2) 15%, var(--vscode-editor-background, #ffffff))',
  'customer-text': 'color-mix(in srgb, var(--vscode-charts-blue, #0a66c2) 35%, var(--vscode-editor-foreground, #1a2230))',
  done: 'color-mix(in srgb, var(--vscode-charts-green, #1f7a45) 70%, var(--vscode-editor-foreground, #1a2230))',
  error: 'var(--vscode-editorError-foreground, #c4302b)',
  warning: 'var(--vscode-editorWarning-foreground, #966200)',
  'on-badge': 'var(--vscode-editor-background, #ffffff)',
};

/** High contrast: the theme's contrast border instead of tints. */
const contrast: Partial<Palette> = {
  muted: 'var(--vscode-editor-foreground)',
  band: 'var(--vscode-editor-background)',
  'band-border': 'var(--vscode-contrastBorder, var(--vscode-editor-foreground))',
  header: 'var(--vscode-editor-background)',
  border: 'var(--vscode-editor-foreground)',
  line: 'var(--vscode-editor-foreground)',
  'customer-box': 'var(--vscode-editor-background)',
  'customer-text': 'var(--vscode-editor-foreground)',
};

interface Look {
  readonly fill?: Colour | 'none';
  readonly stroke?: Colour;
  readonly width?: number;
  readonly dash?: string;
  readonly size?: number;
  readonly weight?: 400 | 600;
  readonly round?: true;
}

/** Every class a mark can have. */
export const looks = {
  band: { fill: 'band', stroke: 'band-border', width: 1 },
  'band-header': { fill: 'header' },
  'band-edge': { fill: 'none', stroke: 'band-border', width: 1 },
  'band-done': { fill: 'none', stroke: 'done', width: 3 },
  'band-level': { fill: 'none', stroke: 'border', width: 3 },
  entry: { fill: 'none', stroke: 'line', width: 1.4 },
  box: { fill: 'box', stroke: 'border', width: 1.2 },
  'box-waiting': { fill: 'box', stroke: 'border', width: 1.4, dash: '5 3' },
  'box-customer': { fill: 'customer-box', stroke: 'customer', width: 1.6 },
  'box-trigger': { fill: 'box', stroke: 'text', width: 1.6 },
  'box-decision': { fill: 'header', stroke: 'border', width: 1.4 },
  'box-bar': { fill: 'header' },
  bar: { fill: 'border' },
  rule: { fill: 'none', stroke: 'border', width: 1.2 },
  heavy: { fill: 'none', stroke: 'border', width: 3 },
  icon: { fill: 'none', stroke: 'muted', width: 1.4, round: true },
  'icon-filled': { fill: 'escalate' },
  'icon-body': { fill: 'customer' },
  'icon-customer': { fill: 'none', stroke: 'customer-box', width: 1.4, round: true },
  'icon-done': { fill: 'none', stroke: 'done', width: 1.6, round: true },
  'icon-escalate': { fill: 'none', stroke: 'escalate', width: 1.5, round: true },
  heading: { fill: 'text', size: 15, weight: 600 },
  title: { fill: 'text', size: 13, weight: 600 },
  meta: { fill: 'muted', size: 11.5, weight: 400 },
  limit: { fill: 'text', size: 11.5, weight: 600 },
  line: { fill: 'none', stroke: 'line', width: 1.4, round: true },
  'line-timeout': { fill: 'none', stroke: 'line', width: 1.4, dash: '2 3', round: true },
  'line-escalate': { fill: 'none', stroke: 'escalate', width: 1.8, round: true },
  'line-back': { fill: 'none', stroke: 'back', width: 1.5, dash: '6 4', round: true },
  head: { fill: 'line' },
  'head-escalate': { fill: 'escalate' },
  'head-back': { fill: 'back' },
  'label-inside': { fill: 'band' },
  'label-outside': { fill: 'background' },
  'label-text': { fill: 'text', size: 11.5, weight: 400 },
  'label-escalate': { fill: 'escalate', size: 11.5, weight: 400 },
  'label-back': { fill: 'back', size: 11.5, weight: 400 },
  'badge-error': { fill: 'error', stroke: 'background', width: 1.5 },
  'badge-warning': { fill: 'warning', stroke: 'background', width: 1.5 },
  'badge-text': { fill: 'on-badge', size: 10.5, weight: 600 },
} satisfies Record<string, Look>;

export type LookName = keyof typeof looks;

/** For a file: SVG attributes of a class, with the colours of a palette. */
export function attributesOf(name: LookName, palette: Palette): Record<string, string> {
  const look: Look = looks[name];
  const colour = (value: Colour | 'none'): string => (value === 'none' ? 'none' : palette[value]);
  return {
    ...(look.fill ? { fill: colour(look.fill) } : {}),
    ...(look.stroke ? { stroke: colour(look.stroke) } : {}),
    ...(look.width ? { 'stroke-width': String(look.width) } : {}),
    ...(look.dash ? { 'stroke-dasharray': look.dash } : {}),
    ...(look.size ? { 'font-size': String(look.size) } : {}),
    ...(look.weight ? { 'font-weight': String(look.weight) } : {}),
    ...(look.round ? { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } : {}),
  };
}

/** For the page: rules for everything inside an element of class `sop-diagram`, in the editor's colours. */
export function styleSheet(): string {
  const variables = (palette: Partial<Palette>): string =>
    Object.entries(palette)
      .map(([name, value]) => `--sop-${name}:${value};`)
      .join('');
  const own = Object.fromEntries(Object.keys(editor).map((name) => [name, `var(--sop-${name})`]));
  const rules = (Object.keys(looks) as LookName[]).map((name) => {
    const attributes = attributesOf(name, { ...editor, ...own });
    const body = Object.entries(attributes).map(([key, value]) => `${key}:${key === 'font-size' ? `${value}px` : value};`);
    return `.sop-diagram .${name}{${body.join('')}}`;
  });
  return [
    `.sop-diagram{${variables(editor)}font-family:Inter,sans-serif;font-kerning:none;}`,
    `.vscode-high-contrast .sop-diagram{${variables(contrast)}}`,
    '.sop-diagram text{white-space:pre;}',
    '.sop-diagram .faded{opacity:.25;}',
    '.sop-diagram .stale{opacity:.6;}',
    ...rules,
  ].join('\n');
}
