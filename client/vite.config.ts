// How the app is built and served while one works on it. Two decisions: the interface library brings the words of 30
// languages, of which the app speaks one, so the others are left out; and nothing is inlined, because the page's policy
// allows no inline script or style and no data address.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin, type ResolvedConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** The relay that `npm run dev` starts beside this server, on the port that both are told. */
const RELAY = `127.0.0.1:${process.env['PORT'] ?? '4321'}`

/**
 * What every first view needs, in one file instead of forty: small files compress badly (10 kB of 250). What floats, picks
 * dates or asks questions is left to the chunks that load it.
 */
const FIRST_VIEW = {
  name: 'app',
  test: (file: string) =>
    /client\/src\/(hooks\/(?!use-(templates|portfolio|written|now-and-then|plans-part))|format\/(?!money)|words\/(names|ago|ui\/(marks|page))\.)/.test(
      file,
    ) ||
    // What the document shares with its own later chunks would else be a file of its own each.
    /client\/src\/(app\/(page-keys|theme|page-title|link-problem|go-to-finding)|words\/(app|common|places|unnamed)\.|features\/plan-editor\/(Outline\.module|outline-(?!key-list)|schedule-panels))/.test(
      file,
    ) ||
    // Pages that come late have addresses too.
    /node_modules\/(wouter|regexparam)\//.test(file) ||
    /client\/src\/words\/(confirmations|dates|lines|slip-text|plan-editor\/outline)\.ts/.test(file) ||
    // The words between browser and relay, but for the answers that only late parts ask for.
    /packages\/protocol\/src\/(?!writing-answers)/.test(file) ||
    (/client\/src\/ui\//.test(file) &&
      !/Calendar|ChangeLine|Surface|Combo|Date|typed-date|Dialog|choose-file|file-in-hand|Fold|Kbd|Segments|Select|SearchMenu|TextInput|rank|key-words/.test(
        file,
      )),
}

/** Not what is fetched after it: the device's storage, and what floats. */
const LIGHT_PAGE = { name: 'view', test: /./u, tags: ['$initial' as const] }

const ONE_COPY = {
  /** One copy of each, or their values are strangers to one another. */
  dedupe: ['yjs', 'y-protocols', 'lib0', 'react', 'react-dom'],
  alias: { 'lib0/logging': fileURLToPath(new URL('src/sync/yjs-logging.ts', import.meta.url)) },
}
const CSS = { modules: { generateScopedName: '[name]__[local]__[hash:base64:5]' } }
// What is imported later names its files when it is asked for: announcing each of them first took longer than fetching.
const PRELOAD = {
  // Every browser that the app works in knows it.
  polyfill: false,
  resolveDependencies: (_file: string, files: string[], { hostType }: { hostType: 'html' | 'js' }) =>
    hostType === 'html' ? files : [],
}

export default defineConfig({
  plugins: [react(), oneLanguage(), lightPage(), serviceWorker()],
  resolve: ONE_COPY,
  css: CSS,
  server: {
    proxy: {
      '/api': `http://${RELAY}`,
      '/sync': { target: `ws://${RELAY}`, ws: true },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    modulePreload: PRELOAD,
    rolldownOptions: { output: { codeSplitting: { groups: [FIRST_VIEW] } } },
  },
})

/**
 * The page for readers (v.html) is built by itself, into the same folder and before the service worker lists it. In one build
 * the two entries would share their files, cut where they meet, and each would fetch what only the other one needs.
 */
function lightPage(): Plugin {
  let config: ResolvedConfig | null = null
  return {
    name: 'milepost:light-page',
    configResolved(resolved) {
      config = resolved
    },
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (request.url?.startsWith('/v/') === true) request.url = '/v.html'
        next()
      })
    },
    async writeBundle() {
      if (config === null) return
      await build({
        configFile: false,
        root: config.root,
        logLevel: 'warn',
        publicDir: false,
        plugins: [react(), oneLanguage()],
        resolve: ONE_COPY,
        css: CSS,
        build: {
          outDir: config.build.outDir,
          emptyOutDir: false,
          assetsInlineLimit: 0,
          modulePreload: PRELOAD,
          rolldownOptions: {
            input: 'v.html',
            // What the first content needs is one file: small ones compress badly.
            output: { codeSplitting: { groups: [LIGHT_PAGE] } },
          },
        },
      })
    },
  }
}

/** Every language file of react-aria answers with the English one, whatever the browser's language is. */
function oneLanguage(): Plugin {
  const LANGUAGE = /\/[a-z]{2}-[A-Z]{2}\.mjs$/u
  return {
    name: 'milepost:one-language',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer === undefined || !importer.includes('/react-aria') || !LANGUAGE.test(source)) return null
      if (source.endsWith('/en-US.mjs')) return null
      return this.resolve(source.replace(LANGUAGE, '/en-US.mjs'), importer, { skipSelf: true })
    },
  }
}

/** The worker is ours (src/service-worker); the plugin builds it and writes down which files make up this version. */
function serviceWorker() {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/service-worker',
    filename: 'sw.ts',
    // Its source is named for the address it gets: /sw.js.
    // The page registers it itself (new-version.ts), and its manifest stands in public/.
    injectRegister: false,
    manifest: false,
    injectManifest: {
      globPatterns: ['**/*.{html,js,css,svg,webmanifest}'],
      // The public holidays of the world: fetched by whoever asks for a country, not by everybody who opens the app.
      globIgnores: ['**/public-holidays-*.js'],
      maximumFileSizeToCacheInBytes: 4_000_000,
    },
  })
}
