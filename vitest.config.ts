// One test run over every room; each names the world its code lives in.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'lint', root: './lint', include: ['**/*.test.js'] } },
      { test: { name: 'packages', root: './packages', include: ['*/{src,test}/**/*.test.ts'] } },
      {
        test: {
          name: 'sync-server',
          root: './sync-server',
          include: ['{src,test}/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      './client',
    ],
  },
})
