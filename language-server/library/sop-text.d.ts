/** A `.sop` file imported by our code is its text: esbuild's `text` loader in the bundles, a plugin in `vitest.config.ts`. */
declare module '*.sop' {
  const text: string;
  export default text;
}
