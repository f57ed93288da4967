import { readFileSync } from 'node:fs'
import { newCapability } from '@milepost/protocol'
import { expect, test } from 'vitest'
import { isLogLevel, jsonLog, linkName, reasonOf, shortId, type LogLevel } from './log.ts'

function logAt(level: LogLevel) {
  const lines: string[] = []
  return { log: jsonLog(level, (line) => lines.push(line)), lines }
}

test('[LOG-1] one JSON object a line: time, level, event, fields', () => {
  const { log, lines } = logAt('info')
  log.info('running', { port: 4321 })
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0]!)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    event: 'running',
    port: 4321,
  })
})

test.each<[LogLevel, number]>([
  ['debug', 4],
  ['info', 3],
  ['warn', 2],
  ['error', 1],
  ['silent', 0],
])('[LOG-1] level %s: %i of four lines', (level, expected) => {
  const { log, lines } = logAt(level)
  for (const at of ['debug', 'info', 'warn', 'error'] as const) log[at]('said')
  expect(lines).toHaveLength(expected)
})

test('[LOG-2] whatever looks like a secret is blotted out, wherever it stands', () => {
  const { log, lines } = logAt('info')
  const secret = newCapability()
  log.info(`event ${secret}`, { field: secret, protocol: `milepost.v1, cap.${secret}`, [secret]: 1 })
  expect(lines[0]).not.toContain(secret)
  expect(lines[0]).toContain('[secret]')
})

test('[LOG-3] of an error only what is known to be harmless', () => {
  const content = 'what somebody typed'
  const parsing = (() => {
    try {
      return JSON.parse(`{"a": ${content}`) as Error
    } catch (error) {
      return error as Error
    }
  })()
  expect(parsing.message).toContain('what')
  expect(reasonOf(parsing)).not.toContain('what')
  expect(reasonOf(new Error(content))).toMatch(/^Error at log\.test\.ts:\d+$/)
  expect(reasonOf(Object.assign(new Error(content), { stack: undefined }))).toBe('Error')
  expect(reasonOf(content)).toBe('unknown')
  expect(reasonOf(new Error('storage: disk I/O error'))).toBe('storage: disk I/O error')
  const missing = (() => {
    try {
      return readFileSync('/nowhere/at/all')
    } catch (error) {
      return error
    }
  })()
  expect(reasonOf(missing)).toContain('ENOENT')
})

test('[LOG-2] a link is called by the first eight digits of its hash', () => {
  expect(linkName(Uint8Array.of(0, 171, 205, 239, 1, 2))).toBe('00abcdef')
  expect(shortId('abcdefghijkl')).toBe('abcdefgh')
  expect(isLogLevel('loud')).toBe(false)
})
