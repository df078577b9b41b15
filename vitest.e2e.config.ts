import { defineConfig } from 'vitest/config';

/** The tests that drive the packaged extension in a real VS Code: one after the other, in one window after the other. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/editor-server.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
  },
});
