/** ELK's worker as a module: what it exports where there is a document. */
declare module 'elkjs/lib/elk-worker.min.js' {
  const engine: { readonly Worker: new (url?: string) => Worker };
  export default engine;
}
