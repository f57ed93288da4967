// Who may import whom: the one table of the house, and the lint rule that holds every import against it.
//
// An allow-list, not a list of bans: a room that is new, or a library that nobody owns yet, is a breach until somebody
// writes it down here. (`no-restricted-imports` can only ban, so each new library would have been open to all rooms.)
// Plain JavaScript because the linter loads it with whatever Node it finds.
import { words } from './words.js'

/** @typedef {{ ours: string[], libraries: string[] }} Room  `ours`: rooms whose files this one may import besides its own. */

const PLAN = 'packages/plan'
const PROTOCOL = 'packages/protocol'
const SCHEDULE = 'packages/schedule'
const TEMPLATES = 'packages/templates'
const PACKAGES = [PLAN, PROTOCOL, SCHEDULE, TEMPLATES]
const CLIENT = 'client/src'
const REACT = ['react', 'react-dom']
const FEATURE_MAY = [
  `${CLIENT}/hooks`,
  `${CLIENT}/ui`,
  `${CLIENT}/format`,
  `${CLIENT}/words`,
  `${CLIENT}/road`,
  `${CLIENT}/styles`,
  ...PACKAGES,
]

/** Longest matching folder wins. @type {Record<string, Room>} */
export const ROOMS = {
  [SCHEDULE]: { ours: [], libraries: [] },
  [PROTOCOL]: { ours: [], libraries: ['lib0', 'valibot'] },
  [PLAN]: {
    ours: [SCHEDULE],
    libraries: ['yjs', 'y-protocols', 'fractional-indexing', 'jittered-fractional-indexing', 'valibot'],
  },
  [TEMPLATES]: { ours: [PLAN, SCHEDULE], libraries: ['valibot'] },

  // The relay cannot read a plan, so `packages/plan` is out of its reach; Yjs is known to compaction and update checks only.
  'sync-server': {
    ours: [PROTOCOL, 'sync-server'],
    libraries: ['node:', 'hono', '@hono/node-server', 'ws', 'prom-client', 'pino'],
  },
  'sync-server/src/rooms': { ours: [PROTOCOL, 'sync-server'], libraries: ['node:', 'yjs', 'ws'] },
  'sync-server/src/storage': { ours: [PROTOCOL, 'sync-server'], libraries: ['node:', 'yjs'] },

  [`${CLIENT}/ui`]: {
    ours: [`${CLIENT}/styles`, `${CLIENT}/words`],
    libraries: [...REACT, 'react-aria-components', '@internationalized/date'],
  },
  [`${CLIENT}/format`]: { ours: [`${CLIENT}/words`], libraries: [] },
  [`${CLIENT}/road`]: {
    ours: [`${CLIENT}/ui`, `${CLIENT}/format`, `${CLIENT}/words`, `${CLIENT}/styles`, ...PACKAGES],
    libraries: REACT,
  },
  [`${CLIENT}/words`]: { ours: [`${CLIENT}/format`, ...PACKAGES], libraries: [] },
  [`${CLIENT}/styles`]: { ours: [], libraries: [] },
  [`${CLIENT}/sync`]: { ours: [PROTOCOL], libraries: ['y-websocket', 'yjs', 'y-protocols'] },
  [`${CLIENT}/data`]: {
    ours: [`${CLIENT}/sync`, `${CLIENT}/words`, ...PACKAGES],
    libraries: ['dexie', 'yjs', 'y-protocols', 'valibot'],
  },
  [`${CLIENT}/hooks`]: { ours: [`${CLIENT}/data`, ...PACKAGES], libraries: REACT },
  [`${CLIENT}/features/plan-editor`]: {
    ours: FEATURE_MAY,
    libraries: [
      ...REACT,
      '@tiptap',
      '@atlaskit/pragmatic-drag-and-drop',
      '@atlaskit/pragmatic-drag-and-drop-hitbox',
      'yjs',
      'y-protocols',
    ],
  },
  [`${CLIENT}/features/people`]: { ours: FEATURE_MAY, libraries: REACT },
  [`${CLIENT}/features/key-dates`]: { ours: FEATURE_MAY, libraries: REACT },
  [`${CLIENT}/features/palette`]: { ours: FEATURE_MAY, libraries: REACT },
  [`${CLIENT}/features/review`]: { ours: FEATURE_MAY, libraries: REACT },
  [`${CLIENT}/features/import`]: { ours: FEATURE_MAY, libraries: [...REACT, 'hucre'] },
  [`${CLIENT}/features/pipeline`]: { ours: FEATURE_MAY, libraries: REACT },
  [`${CLIENT}/features/compare`]: { ours: FEATURE_MAY, libraries: REACT },
  [`${CLIENT}/features/buyer-timeline`]: { ours: FEATURE_MAY, libraries: REACT },
  [`${CLIENT}/features/portfolio`]: { ours: FEATURE_MAY, libraries: REACT },
  [`${CLIENT}/features/new-plan`]: { ours: FEATURE_MAY, libraries: REACT },
  [`${CLIENT}/features/schedule`]: { ours: FEATURE_MAY, libraries: [...REACT, 'date-holidays'] },
  [`${CLIENT}/features/executive`]: { ours: FEATURE_MAY, libraries: REACT },
  [`${CLIENT}/features/terms`]: { ours: FEATURE_MAY, libraries: REACT },
  [`${CLIENT}/features/share`]: { ours: FEATURE_MAY, libraries: [...REACT, 'uqr'] },
  [`${CLIENT}/features/templates`]: { ours: FEATURE_MAY, libraries: REACT },
  [`${CLIENT}/features/sync-status`]: { ours: FEATURE_MAY, libraries: REACT },
  [`${CLIENT}/features/while-apart`]: { ours: FEATURE_MAY, libraries: REACT },
  [`${CLIENT}/service-worker`]: { ours: [], libraries: ['workbox'] },
  [CLIENT]: { ours: [CLIENT, ...PACKAGES], libraries: [...REACT, 'wouter'] },
  client: { ours: [], libraries: ['vite', 'vitest/config', '@vitejs/plugin-react', 'vite-plugin-pwa', 'node:'] },

  // The stories see only the screen, and the relay's door as any other program sees it.
  e2e: { ours: [], libraries: ['@playwright/test', '@axe-core/playwright', 'y-websocket', 'yjs', 'ws', 'node:'] },
  scripts: { ours: ['lint'], libraries: ['node:'] },
  lint: { ours: [], libraries: ['node:'] },
  'vitest.config.ts': { ours: [], libraries: ['vitest/config'] },
}

/** What tests and benches may use besides what their room may. */
const TEST_LIBRARIES = [
  'vitest', 'fast-check', '@fast-check/vitest', '@testing-library', 'fake-indexeddb', 'jsdom',
  'yjs', 'y-protocols', 'y-websocket', 'ws', 'lib0', 'node:',
] // prettier-ignore
const TEST_FILE = /(\.test\.[cm]?[jt]sx?$|\/(test|testing|bench)\/|\/vitest\.)/

const PACKAGE_NAMES = Object.fromEntries(PACKAGES.map((room) => [room.replace('packages', '@milepost'), room]))

/** @param {string} path from the root of the house, with `/` */
export function roomOf(path) {
  let found = null
  for (const room of Object.keys(ROOMS)) {
    if ((path === room || path.startsWith(`${room}/`)) && room.length > (found?.length ?? 0)) found = room
  }
  return found
}

/**
 * Why `specifier` may not be imported by the file at `path`; null where it may.
 * @param {string} path from the root of the house, with `/`
 * @param {string} specifier
 */
export function breachOf(path, specifier) {
  const from = roomOf(path)
  if (from === null) return `${path} stands in no room: write its room into lint/rooms.js`
  const room = ROOMS[from]
  if (specifier.startsWith('.')) {
    const target = joined(path, specifier)
    const to = roomOf(target)
    if (to === from) return null
    if (to !== null && room.ours.some((allowed) => within(to, allowed))) {
      return to.startsWith('packages/') ? `use ${to} through its door (@milepost/...), not by path` : null
    }
    return `${from} may not import ${to ?? target}`
  }
  const name = Object.keys(PACKAGE_NAMES).find((known) => specifier === known || specifier.startsWith(`${known}/`))
  if (name !== undefined) {
    if (specifier !== name) return `${name} is used through its door only`
    const to = PACKAGE_NAMES[name]
    return to === from || room.ours.includes(to) ? null : `${from} may not import ${to}`
  }
  const may = TEST_FILE.test(path) ? [...room.libraries, ...TEST_LIBRARIES] : room.libraries
  return may.some((library) => isLibrary(specifier, library)) ? null : `${specifier} is not a library of ${from}`
}

function within(room, allowed) {
  return room === allowed || room.startsWith(`${allowed}/`)
}

function isLibrary(specifier, library) {
  if (library === 'workbox') return specifier.startsWith('workbox-')
  return specifier === library || specifier.startsWith(library.endsWith(':') ? library : `${library}/`)
}

function joined(path, specifier) {
  const parts = path.split('/').slice(0, -1)
  for (const part of specifier.split('?')[0].split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

const rooms = {
  create(context) {
    // The linter is run from the root of the house (scripts and editors both do).
    const root = context.cwd.replaceAll('\\', '/')
    const file = (context.physicalFilename ?? context.filename).replaceAll('\\', '/')
    const path = file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return
      const breach = breachOf(path, node.source.value)
      if (breach !== null) context.report({ node: node.source, message: breach })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}

// The linter's plugin format asks for a default export.
export default { meta: { name: 'house' }, rules: { rooms, words } }
