// Client tests run in Node (with a fake IndexedDB); a file that needs a page says so in its first line.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  resolve: { dedupe: ['yjs', 'react', 'react-dom'] },
  test: {
    setupFiles: ['./src/ui/testing/floating-here.ts', './src/format/testing/british.ts'],
    testTimeout: 20_000,
  },
})
