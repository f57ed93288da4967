// The rule about texts is held here: what it takes for a text of the interface, and what it lets stand.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readsAsWords } from './words.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

test.each(['Who owes it', 'Try again', 'Close', 'Saved, and synced', 'no date yet'])('"%s" reads as words', (text) => {
  expect(readsAsWords(text)).toBe(true)
})

test.each([
  'Enter',
  'ArrowUp',
  'milestones',
  'aria-label',
  '2026-09-21',
  'plan:abc',
  'a[href]',
  'sm',
  'textInput',
  'bottom start',
  '\n@media print {a{color:red}}',
])('"%s" does not', (text) => expect(readsAsWords(text)).toBe(false))

/** How many texts the linter finds in one file at `path` of a house that holds nothing else. */
function found(path, source) {
  const house = mkdtempSync(join(tmpdir(), 'house-'))
  try {
    mkdirSync(join(house, dirname(path)), { recursive: true })
    writeFileSync(join(house, path), source)
    const oxlint = createRequire(import.meta.url)
      .resolve('oxlint/package.json')
      .replace('package.json', 'bin/oxlint')
    const run = spawnSync(process.execPath, [oxlint, '-c', join(root, '.oxlintrc.json'), '-f', 'unix', 'client'], {
      cwd: house,
      encoding: 'utf8',
    })
    return run.stdout.split('\n').filter((line) => line.includes('house(words)')).length
  } finally {
    rmSync(house, { recursive: true })
  }
}

const TEXTS = `export function A({ open, many }: { open: boolean; many: number }) {
  return (
    <section aria-label="here" className="some class" placement="bottom end">
      owes {open ? 'shut' : \`open \${many}\`}
    </section>
  )
}
`

test('a text that is drawn or read out is found wherever it stands', () => {
  expect(found('client/src/features/share/A.tsx', TEXTS)).toBe(4)
})

test('the catalogue and tests may hold texts', () => {
  expect(found('client/src/words/share.tsx', TEXTS)).toBe(0)
  expect(found('client/src/features/share/a.test.tsx', TEXTS)).toBe(0)
})

test('attributes whose values are code are no texts', () => {
  const source = `export const A = () => (
  <Popover placement="bottom end">
    <a rel="noopener noreferrer" />
  </Popover>
)
`
  expect(found('client/src/features/share/A.tsx', source)).toBe(0)
})

test('one word that stands apart from the value beside it is a text; one that is joined to it is not', () => {
  expect(found('client/src/data/c.ts', 'export const c = (what: string) => `undo ${what}`\n')).toBe(1)
  expect(found('client/src/data/d.ts', 'export const d = (what: string) => `size${what}:lost`\n')).toBe(0)
})

test('errors for developers, tests of values and imports are no texts', () => {
  const source = `import { a } from './Some Thing.ts'
export function b(kind: string, types: readonly string[]) {
  if (types.includes('Files')) return null
  if (kind === 'Done') throw new TypeError('This kind is not known')
  if (kind === 'Open') throw new DOMException('no storage', 'InvalidStateError')
  document.querySelectorAll('li button')
  return a(\`size\${kind}\`, \`\${kind}/api/plans\${kind}\`)
}
`
  expect(found('client/src/data/b.ts', source)).toBe(0)
})
