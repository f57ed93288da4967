// What the pages for those who run the relay say, held against the code: settings, figures, close codes and the tests
// they name.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CLOSE, LIMITS } from '@milepost/protocol'
import { expect, test } from 'vitest'
import { METRIC_PREFIX, METRIC_ROWS } from '../src/metric-rows.ts'
import { SETTINGS } from '../src/settings.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const rowsOf = (text: string) =>
  text.split('\n').flatMap((line) =>
    line.startsWith('|')
      ? [
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ]
      : [],
  )

test('[DOCS-1] docs/operate.md has every setting with its default and what it does, and no other', () => {
  const rows = rowsOf(read('docs/operate.md')).filter(([name = '']) => /^`(MILEPOST_\w+|PORT|HOST)`$/.test(name))
  expect(rows).toEqual(SETTINGS.map(({ env, fallback, about }) => [`\`${env}\``, fallback || 'not set', about]))
})

test('[DOCS-1] settings named anywhere in the pages and in deploy/ exist', () => {
  const known = new Set(SETTINGS.map(({ env }) => env))
  const files = ['docs/operate.md', 'docs/security.md', 'sync-server/README.md', 'README.md', ...readdirSync(join(ROOT, 'deploy')).map((name) => `deploy/${name}`)] // prettier-ignore
  for (const file of files) {
    const named = read(file).match(/\bMILEPOST_[A-Z_]+\b/g) ?? []
    expect([file, named.filter((name) => !known.has(name))]).toEqual([file, []])
  }
})

test('[DOCS-2] figures named in docs/operate.md exist', () => {
  const named = read('docs/operate.md').match(/\bmilepost_[a-z_]+\b/g) ?? []
  expect(named.length).toBeGreaterThan(4)
  for (const name of named) expect(Object.keys(METRIC_ROWS)).toContain(name.slice(METRIC_PREFIX.length))
})

test('[DOCS-3] each test that docs/security.md names exists', () => {
  const tests = ['sync-server', 'packages/protocol'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts') && !path.includes('node_modules'))
      .map((path) => join(room, path)),
  )
  const named = [...read('docs/security.md').matchAll(/\[([A-Z]+-\d+)\] `([\w.-]+)`/g)]
  expect(named.length).toBeGreaterThan(30)
  for (const [, rule, file] of named) {
    const paths = tests.filter((path) => basename(path) === file)
    expect([file, paths.length]).toEqual([file, 1])
    expect([file, rule, read(paths[0]!).includes(`[${rule}]`)]).toEqual([file, rule, true])
  }
})

test('[DOCS-4] PROTOCOL.md has every close code, as it is', () => {
  const rows = rowsOf(read('packages/protocol/PROTOCOL.md')).filter(([code = '']) => /^\d{4}$/.test(code))
  const told = rows.map(([code, name, permanent]) => [Number(code), name, permanent === 'yes'])
  expect(told).toEqual(Object.values(CLOSE).map(({ code, name, permanent }) => [code, name, permanent]))
})

test('[DOCS-5] links between the pages lead somewhere', () => {
  for (const page of ['docs/operate.md', 'docs/security.md', 'packages/protocol/PROTOCOL.md']) {
    for (const [, target = ''] of read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      if (target.startsWith('http')) continue
      expect([page, target, existsSync(join(ROOT, page, '..', target))]).toEqual([page, target, true])
    }
  }
})

test('[DOCS-4] PROTOCOL.md has every rule of the relay that has a number in it', () => {
  const text = read('packages/protocol/PROTOCOL.md')
  const seconds = (ms: number) => `${ms / 1_000} s`
  for (const number of [seconds(LIMITS.silenceMs), seconds(LIMITS.pingMs), seconds(LIMITS.firstFrameMs)]) {
    expect(text).toContain(number)
  }
})
