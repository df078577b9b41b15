/** The viewer's style sheet as text: `scripts/build.mjs` puts `viewer.css`, with what it imports, in its place. */
declare const VIEWER_STYLE: string;

export const viewerStyle: string = VIEWER_STYLE;
