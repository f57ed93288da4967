import { describe, expect, test } from 'vitest'
import { isConfigProblem, readConfig } from './config.ts'
import { DEFAULT_LIMITS, LIMIT_NAMES, LIMIT_ROWS } from './limits.ts'
import { SETTINGS, unknownSettings } from './settings.ts'

function read(env: Readonly<Record<string, string>>) {
  const config = readConfig(env, '/house')
  return isConfigProblem(config) ? config.problem : config
}

test('[START-3] nothing set: the defaults', () => {
  expect(read({})).toEqual({
    port: 4321,
    host: '127.0.0.1',
    dataDir: 'data',
    createToken: null,
    metricsToken: null,
    trustedProxies: 0,
    origins: null,
    leastAppVersion: 1,
    logLevel: 'info',
    hasRateLimits: true,
    bindsClients: false,
    collectsDeleted: false,
    clientDir: '/house/client/dist',
    limits: DEFAULT_LIMITS,
  })
})

test('[START-3] everything set', () => {
  const env = {
    PORT: '0',
    HOST: '::1',
    MILEPOST_DATA: '/data',
    MILEPOST_CLIENT_DIR: '/app',
    MILEPOST_CREATE_TOKEN: 'make',
    MILEPOST_METRICS_TOKEN: 'a-token-long-enough',
    MILEPOST_TRUST_PROXY: '2',
    MILEPOST_ORIGINS: ' https://a.example , http://localhost:5173,same,',
    MILEPOST_LEAST_APP_VERSION: '0',
    MILEPOST_LOG: 'debug',
    MILEPOST_RATE_LIMITS: 'off',
    MILEPOST_BIND_CLIENTS: 'enforce',
    MILEPOST_COLLECT_DELETED: 'on',
  }
  expect(read(env)).toEqual({
    port: 0,
    host: '::1',
    dataDir: '/data',
    createToken: 'make',
    metricsToken: 'a-token-long-enough',
    trustedProxies: 2,
    origins: ['https://a.example', 'http://localhost:5173', 'same'],
    leastAppVersion: 0,
    logLevel: 'debug',
    hasRateLimits: false,
    bindsClients: true,
    collectsDeleted: true,
    clientDir: '/app',
    limits: DEFAULT_LIMITS,
  })
  // Every setting that is no limit was set above.
  const limits = new Set<string>(LIMIT_NAMES.map((name) => LIMIT_ROWS[name].env))
  expect(SETTINGS.map(({ env }) => env).filter((name) => !limits.has(name) && !(name in env))).toEqual([])
})

describe('[START-1] one line about what is wrong', () => {
  test.each([
    ['PORT', '70000'],
    ['MILEPOST_TRUST_PROXY', '11'],
    ['MILEPOST_TRUST_PROXY', 'yes'],
    ['MILEPOST_TRUST_PROXY', '-1'],
    ['MILEPOST_LEAST_APP_VERSION', '2'],
    ['MILEPOST_LOG', 'verbose'],
    ['MILEPOST_RATE_LIMITS', 'maybe'],
    ['MILEPOST_BIND_CLIENTS', 'on'],
    ['MILEPOST_COLLECT_DELETED', 'yes'],
    ['MILEPOST_METRICS_TOKEN', 'short'],
    ['MILEPOST_METRICS_TOKEN', 'long enough but with spaces'],
    ['MILEPOST_ORIGINS', 'plans.example'],
    ['MILEPOST_ORIGINS', 'https://plans.example/'],
    ['MILEPOST_ORIGINS', 'https://plans.example/path'],
    ['MILEPOST_ORIGINS', '*'],
    ['MILEPOST_ORIGINS', 'https://a.example https://b.example'],
    ['MILEPOST_SOCKETS', '0'],
    ['MILEPOST_SOCKETS', '1e3'],
    ['MILEPOST_SOCKETS', '10 000'],
    ['MILEPOST_SOCKETS', '99999999999999'],
  ])('%s=%s', (name, value) => {
    const problem = read({ [name]: value })
    expect(problem).toContain(name)
    expect(String(problem)).not.toContain('\n')
  })

  test('a metrics token is not shown in the line about it', () => {
    expect(read({ MILEPOST_METRICS_TOKEN: 'short' })).not.toContain('short"')
  })
})

describe('[START-3] each limit', () => {
  test.each(LIMIT_NAMES)('%s: set, too small, too large', (name) => {
    const { env, least, most, value } = LIMIT_ROWS[name]
    expect(least).toBeLessThanOrEqual(value)
    expect(value).toBeLessThanOrEqual(most)
    const other = value + 1
    const config = read({ [env]: String(other), ...ROOM_FOR[name] })
    expect(typeof config === 'string' ? config : config.limits[name]).toBe(other)
    expect(read({ [env]: String(least - 1) })).toContain(env)
    expect(read({ [env]: String(most + 1) })).toContain(env)
  })

  /** What must be larger with it. */
  const ROOM_FOR: Readonly<Record<string, Record<string, string>>> = {
    uploadBytes: { MILEPOST_FRAME_BYTES: '20000000' },
  }

  test.each([
    ['MILEPOST_UPDATE_BYTES', '9000000', 'MILEPOST_FRAME_BYTES'],
    ['MILEPOST_ROOM_BYTES', '70000', 'MILEPOST_UPLOAD_BYTES'],
    ['MILEPOST_CAUGHT_UP_BYTES', '2000000', 'MILEPOST_LAGGING_BYTES'],
    ['MILEPOST_STALLED_BYTES', '600000000', 'MILEPOST_BUFFERED_BYTES'],
  ])('%s=%s would never be reached', (env, value, other) => {
    expect(read({ [env]: value })).toContain(other)
  })
})

test('[START-4] a name that looks like a setting and is none is found', () => {
  expect(unknownSettings({ PATH: '/bin', MILEPOST_DATA: 'x', MILEPOST_SOCKET: '5' })).toEqual(['MILEPOST_SOCKET'])
})

test('no two settings share a name', () => {
  const names = SETTINGS.map(({ env }) => env)
  expect(new Set(names).size).toBe(names.length)
})
