// The built app as the relay serves it, and the headers on every answer.
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { clientFiles } from '../src/routes/client-files.ts'
import { contentSecurityPolicy } from '../src/routes/security-headers.ts'
import { freshFolder, startTestRelay } from './support/test-relay.ts'

const PAGE = '<!doctype html><title>Milepost</title>'
const READING_PAGE = '<!doctype html><title>Milepost, to read</title>'
const SCRIPT = `console.log(${JSON.stringify('x'.repeat(500))})`

function builtApp(): string {
  const { dir: outside, remove } = freshFolder()
  onTestFinished(remove)
  writeFileSync(join(outside, 'outside.txt'), 'secret')
  const dir = join(outside, 'dist')
  mkdirSync(join(dir, 'assets'), { recursive: true })
  writeFileSync(join(dir, 'index.html'), PAGE)
  writeFileSync(join(dir, 'v.html'), READING_PAGE)
  writeFileSync(join(dir, 'sw.js'), 'self.x = 1')
  writeFileSync(join(dir, 'manifest.webmanifest'), '{}')
  writeFileSync(join(dir, '.env'), 'SECRET=1')
  writeFileSync(join(dir, 'assets/app-3f2a.js'), SCRIPT)
  writeFileSync(join(dir, 'assets/app-3f2a.js.br'), brotliCompressSync(SCRIPT))
  writeFileSync(join(dir, 'assets/app-3f2a.js.gz'), gzipSync(SCRIPT))
  return dir
}

const get = (dir: string, path: string, headers: Record<string, string> = {}, method = 'GET') =>
  clientFiles(dir).request(path, { headers, method })

test.each([
  '/',
  '/new',
  '/templates',
  '/templates/one-team-first',
  '/p/V1StGXR8_Z5jdHi6B-myT',
  '/p/V1StGXR8_Z5jdHi6B-myT/',
])('%s is the app, never kept', async (path) => {
  const answer = await get(builtApp(), path)
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'text/html; charset=utf-8',
    'no-cache',
  ])
  expect(await answer.text()).toBe(PAGE)
})

test.each(['/v/V1StGXR8_Z5jdHi6B-myT', '/v/V1StGXR8_Z5jdHi6B-myT/'])('%s is the page for readers', async (path) => {
  const answer = await get(builtApp(), path)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache'])
  expect(await answer.text()).toBe(READING_PAGE)
})

test.each([
  ['/assets/app-3f2a.js', 'public, max-age=31536000, immutable', 'text/javascript; charset=utf-8'],
  ['/sw.js', 'no-cache', 'text/javascript; charset=utf-8'],
  ['/index.html', 'no-cache', 'text/html; charset=utf-8'],
  ['/manifest.webmanifest', 'no-cache', 'application/manifest+json'],
])('%s is kept: %s', async (path, cache, type) => {
  const { status, headers } = await get(builtApp(), path)
  expect([status, headers.get('cache-control'), headers.get('content-type')]).toEqual([200, cache, type])
})

test('ready-made compressed files are sent to those who take them', async () => {
  const dir = builtApp()
  const fetched = async (accept: string) => {
    const answer = await get(dir, '/assets/app-3f2a.js', { 'accept-encoding': accept })
    return { encoding: answer.headers.get('content-encoding'), bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  const [br, gzip, plain] = [await fetched('gzip, deflate, br'), await fetched('gzip'), await fetched('')]
  expect([br.encoding, gzip.encoding, plain.encoding]).toEqual(['br', 'gzip', null])
  expect([brotliDecompressSync(br.bytes), gunzipSync(gzip.bytes), plain.bytes].map(String)).toEqual([
    SCRIPT,
    SCRIPT,
    SCRIPT,
  ])
})

test('asked again, an unchanged file costs a header', async () => {
  const dir = builtApp()
  const etag = (await get(dir, '/')).headers.get('etag') ?? ''
  const again = await get(dir, '/', { 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect((await get(dir, '/', { 'if-none-match': '"other"' })).status).toBe(200)
})

describe('what is not there', () => {
  test.each([
    '/nothing.js',
    '/assets/gone-1234.js',
    '/.env',
    '/assets/',
    '/assets/../../etc/passwd',
    '/%2e%2e/outside.txt',
    '/assets%2fapp-3f2a.js',
    '/assets/app-3f2a.js.br',
  ])('%s', async (path) => {
    expect((await get(builtApp(), path)).status).toBe(404)
  })

  test.each(['/../outside.txt', '/assets/../../outside.txt', '/..%2foutside.txt', '//outside.txt'])(
    '%s, as it stands on the wire',
    async (path) => {
      const { relay, port } = await startTestRelay({ config: { clientDir: builtApp() } })
      onTestFinished(() => relay.stop())
      const [answer] = (await once(request({ port, path }).end(), 'response')) as [IncomingMessage]
      answer.resume()
      expect(answer.statusCode).toBe(404)
    },
  )

  test('a page nobody knows is the app, which says so', async () => {
    const answer = await get(builtApp(), '/somewhere/else', { accept: 'text/html' })
    expect([answer.status, await answer.text()]).toEqual([404, PAGE])
  })

  test('an app that is not built', async () => {
    const answer = await get('/nowhere', '/')
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('not built')])
  })
})

test('the strict headers stand on every answer: page, file, call, error', async () => {
  const { relay, origin } = await startTestRelay({ config: { clientDir: builtApp() } })
  onTestFinished(() => relay.stop())
  for (const path of [
    '/',
    '/assets/app-3f2a.js',
    '/nothing.js',
    '/api/plans/x/me',
    '/healthz',
    '/readyz',
    '/metrics',
  ]) {
    const { headers } = await fetch(origin + path)
    expect([path, headers.get('content-security-policy')]).toEqual([path, contentSecurityPolicy(true)])
    expect([headers.get('referrer-policy'), headers.get('x-content-type-options'), headers.get('cross-origin-opener-policy')]).toEqual(['no-referrer', 'nosniff', 'same-origin']) // prettier-ignore
  }
  expect(await (await fetch(`${origin}/`)).text()).toBe(PAGE)
  expect(await (await fetch(`${origin}/assets/app-3f2a.js`)).text()).toBe(SCRIPT)
})

test('the policy has no way for inline or foreign scripts, and names local relays only on one’s own machine', () => {
  const policy = contentSecurityPolicy(true)
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain('ws://localhost:*')
  expect(contentSecurityPolicy(false)).not.toContain('localhost')
  expect(contentSecurityPolicy(false)).toContain("connect-src 'self' https: wss:;")
})

test('metrics are for this machine', async () => {
  const { relay, origin } = await startTestRelay()
  onTestFinished(() => relay.stop())
  const text = await (await fetch(`${origin}/metrics`)).text()
  expect(text).toMatch(/^milepost_sockets 0$/m)
  expect((await fetch(`${origin}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(404)
})
