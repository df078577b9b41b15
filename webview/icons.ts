/** Icons of the toolbar, 16 pixels square, in the colour of the text. */

const icon = (paths: string): string =>
  `<svg class="icon" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`;

export const icons = {
  find: icon('<circle cx="7" cy="7" r="4.2"/><path d="M10.2 10.2 14 14"/>'),
  out: icon('<path d="M3.5 8h9"/>'),
  in: icon('<path d="M3.5 8h9M8 3.5v9"/>'),
  fit: icon('<path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10"/>'),
  lock: icon('<rect x="3.5" y="7" width="9" height="6.5" rx="1"/><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2"/>'),
  unlock: icon('<rect x="3.5" y="7" width="9" height="6.5" rx="1"/><path d="M5.5 7V5a2.5 2.5 0 0 1 4.8-1"/>'),
  export: icon('<path d="M8 9.5v-7M5.3 5 8 2.5 10.7 5M3 9v4.5h10V9"/>'),
  collapse: icon('<path d="M4.5 2.5 8 5.5l3.5-3M4.5 13.5 8 10.5l3.5 3M2.5 8h11"/>'),
  expand: icon('<path d="M4.5 5.5 8 2.5l3.5 3M4.5 10.5 8 13.5l3.5-3M2.5 8h11"/>'),
} as const;

export type IconName = keyof typeof icons;
