import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Machines are shared and slow at times: a test that is late is no test that fails.
    testTimeout: 60_000,
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/bench/**'],
  },
  plugins: [
    {
      // The bundles get the standard library as text from esbuild's loader; the tests get the same here.
      name: 'sop-as-text',
      transform: (code, id) => (id.endsWith('.sop') ? `export default ${JSON.stringify(code)};` : null),
    },
  ],
});
