/** Small signs, drawn in a square of 16 pixels: lines, or filled where `filled` says so. */
export interface Icon {
  readonly path: string;
  readonly filled?: true;
}

export const icons = {
  bolt: { path: 'M9.2 1 3.2 9.2h4.3L6.6 15l6.4-8.4H8.4z', filled: true },
  envelope: { path: 'M1.5 3.5h13v9h-13zM1.5 4.2 8 9l6.5-4.8' },
  filledEnvelope: { path: 'M1 3h14v10H1z', filled: true },
  flap: { path: 'M1.5 4 8 9l6.5-5' },
  bell: {
    path: 'M8 1.8c-2.7 0-4.3 1.9-4.3 4.5 0 3.4-1.6 4.7-1.6 4.7h11.8s-1.6-1.3-1.6-4.7c0-2.6-1.6-4.5-4.3-4.5zM6.4 13.2a1.7 1.7 0 0 0 3.2 0',
  },
  stamp: {
    path: 'M6 3.4a2 2 0 1 1 4 0c0 1.4-.8 2-.8 4.4h3.1a1.2 1.2 0 0 1 1.2 1.2v2.2h-11V9a1.2 1.2 0 0 1 1.2-1.2h3.1C6.8 5.4 6 4.8 6 3.4zM2.5 14h11',
  },
  hourglass: { path: 'M3.8 1.5h8.4M3.8 14.5h8.4M4.8 1.5v2.6L8 8l3.2-3.9V1.5M4.8 14.5v-2.6L8 8l3.2 3.9v2.6' },
  arrows: { path: 'M2 5.5h11.5M10.5 2.5l3 3-3 3M14 10.5H2.5M5.5 7.5l-3 3 3 3' },
  bars: { path: 'M4.5 2.5v11M8 2.5v11M11.5 2.5v11' },
  person: { path: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14.5c0-2.8 2.5-4.5 5.5-4.5s5.5 1.7 5.5 4.5' },
  arrow: { path: 'M2.5 8h10.5M9 4l4 4-4 4' },
  check: { path: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM5 8.3l2.2 2.2 3.9-4.5' },
  rings: { path: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z' },
  ladder: { path: 'M4.5 1.5v13M11.5 1.5v13M4.5 4.5h7M4.5 8h7M4.5 11.5h7' },
  clock: { path: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.5V8l2.5 1.7' },
} satisfies Record<string, Icon>;

export type IconName = keyof typeof icons;
