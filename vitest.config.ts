// One test run over every room; each names the world its code lives in.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'lint', root: './lint', include: ['**/*.test.js'] } },
      // Pure code leaves nothing behind in a worker, so one worker may take file after file.
      { test: { name: 'packages', root: './packages', include: ['*/{src,test}/**/*.test.ts'], isolate: false } },
      {
        test: {
          name: 'sync-server',
          root: './sync-server',
          include: ['{src,test}/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      // Every file that draws would load the whole kit again. The provider's own clock is taken when it is loaded, so the
      // file that sets clocks has a worker of its own.
      {
        extends: './client/vitest.config.ts',
        test: {
          name: 'client',
          root: './client',
          include: ['src/**/!(plan-connection).test.{ts,tsx}'],
          isolate: false,
        },
      },
      {
        extends: './client/vitest.config.ts',
        test: { name: 'client provider', root: './client', include: ['src/sync/plan-connection.test.ts'] },
      },
    ],
  },
})
