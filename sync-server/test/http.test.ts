// Every call, with every right, as a table: the app is called without a socket.
import {
  RIGHTS,
  newCapability,
  parseApiError,
  parseAuthors,
  parseRevocations,
  parseChangedGrants,
  parseContributions,
  parseGrantList,
  parseMe,
  parseNewGrant,
  isShapeProblem,
  type Right,
} from '@milepost/protocol'
import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { GrantBook } from '../src/auth/grant-book.ts'
import { SeenLog } from '../src/auth/seen-log.ts'
import { SILENT_LOG } from '../src/log.ts'
import { createMetrics } from '../src/metrics.ts'
import { Connections } from '../src/socket/connections.ts'
import { fakeTimer } from './support/fake-timer.ts'
import { faultyStorage } from './support/faulty-storage.ts'
import { TEST_CONFIG, newPlanId } from './support/test-relay.ts'
import { typed } from './support/updates.ts'

function relay(createToken: string | null = null, hasRateLimits = false) {
  const storage = faultyStorage()
  const timer = fakeTimer()
  const seen = new SeenLog(storage, timer, SILENT_LOG)
  const connections = new Connections()
  const grants = new GrantBook({ storage, connections, seen, timer, settledSoFar: () => Promise.resolve() })
  let isStopping = false
  const app = createApp({
    storage,
    seen,
    grants,
    timer,
    metrics: createMetrics(),
    log: SILENT_LOG,
    config: { ...TEST_CONFIG, createToken, hasRateLimits },
    isLocal: true,
    isStopping: () => isStopping,
  })
  const call = async (
    secret: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const answer = await app.request(path, {
      method,
      headers: { ...(secret === null ? {} : { authorization: `Bearer ${secret}` }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    const json: unknown = text.startsWith('{') ? JSON.parse(text) : text
    return { status: answer.status, body: json as never, headers: answer.headers }
  }
  return { app, call, storage, timer, seen, stop: () => (isStopping = true) }
}

type Relay = ReturnType<typeof relay>
let it: Relay
let planId: string
let owner: string
let plan: string
const links: Record<string, { secret: string; id: string }> = {}

async function link(by: string, body: object): Promise<{ secret: string; id: string }> {
  const { status, body: made } = await it.call(by, 'POST', `${plan}/grants`, body)
  expect(status).toBe(201)
  const { secret, grant } = made as { secret: string; grant: { id: string } }
  return { secret, id: grant.id }
}

const codeOf = (answer: { status: number; body: unknown }) => {
  const error = parseApiError(answer.body)
  return isShapeProblem(error) ? answer.status : `${answer.status} ${error.error.code}`
}

beforeEach(async () => {
  it = relay()
  planId = newPlanId()
  owner = newCapability()
  plan = `/api/plans/${planId}`
  await it.call(owner, 'POST', '/api/plans', { planId, side: 'seller', role: 'AE', name: 'Ann' })
  for (const right of RIGHTS) links[right] = await link(owner, { right, side: 'seller', name: right })
})

describe('POST /api/plans', () => {
  test('201, then 200 for the same secret, 409 for another', async () => {
    const id = newPlanId()
    const body = { planId: id, side: 'buyer', role: 'CFO', name: 'Zoë', roleId: 'r1', personId: 'p1' }
    const [mine, other] = [newCapability(), newCapability()]
    const first = await it.call(mine, 'POST', '/api/plans', body)
    expect([first.status, parseMe(first.body)]).toEqual([
      201,
      { ...body, grantId: expect.any(String), right: 'manage', expiresAt: null },
    ])
    const again = await it.call(mine, 'POST', '/api/plans', { ...body, name: 'Another' })
    expect([again.status, again.body]).toEqual([200, first.body])
    expect(codeOf(await it.call(other, 'POST', '/api/plans', body))).toBe('409 plan-exists')
    expect(codeOf(await it.call(links['view']!.secret, 'POST', '/api/plans', { ...body, planId }))).toBe(
      '409 plan-exists',
    )
  })

  test.each([
    ['no body', undefined, '400 bad-request'],
    ['no JSON', '{', '400 bad-request'],
    ['a bad plan id', { planId: 'x', side: 'buyer' }, '400 bad-request'],
    ['no side', { planId: 'a'.repeat(21) }, '400 bad-request'],
    ['too much', { planId: 'a'.repeat(21), side: 'buyer', name: 'x'.repeat(20_000) }, '413 too-big'],
  ])('%s', async (_, body, expected) => {
    expect(codeOf(await it.call(newCapability(), 'POST', '/api/plans', body))).toBe(expected)
  })

  test.each([null, 'short', `${'x'.repeat(43)}`, `${newCapability()} more`])('no capability: %j', async (secret) => {
    expect(codeOf(await it.call(secret, 'POST', '/api/plans', { planId: newPlanId(), side: 'buyer' }))).toBe(
      '401 no-capability',
    )
  })

  test('with a create token only those who have it', async () => {
    const closed = relay('the token')
    const body = { planId: newPlanId(), side: 'buyer' }
    const secret = newCapability()
    expect(codeOf(await closed.call(secret, 'POST', '/api/plans', body))).toBe('403 create-token-needed')
    expect(codeOf(await closed.call(secret, 'POST', '/api/plans', body, { 'x-create-token': 'the tokem' }))).toBe(
      '403 create-token-needed',
    )
    expect((await closed.call(secret, 'POST', '/api/plans', body, { 'x-create-token': 'the token' })).status).toBe(201)
  })
})

describe('GET me', () => {
  test('every right', async () => {
    for (const right of RIGHTS) {
      const { status, body } = await it.call(links[right]!.secret, 'GET', `${plan}/me`)
      expect([status, parseMe(body)]).toMatchObject([
        200,
        { planId, grantId: links[right]!.id, right, side: 'seller', name: right },
      ])
    }
  })

  test('says why a link is no good', async () => {
    const short = await link(owner, { right: 'view', side: 'buyer', expiresAt: it.timer.now() + 10 })
    await it.call(owner, 'DELETE', `${plan}/grants/${links['edit']!.id}`)
    it.timer.advance(10)
    const me = async (secret: string | null, path = plan) => codeOf(await it.call(secret, 'GET', `${path}/me`))
    expect(await me(short.secret)).toBe('401 expired-link')
    expect(await me(links['edit']!.secret)).toBe('401 revoked-link')
    expect(await me(newCapability())).toBe('401 unknown-link')
    expect(await me(null)).toBe('401 no-capability')
    expect(await me(owner, `/api/plans/${newPlanId()}`)).toBe('404 no-such-plan')
    expect(await me(owner, '/api/plans/short')).toBe('400 bad-plan-id')
  })
})

test('GET grants: edit and manage see both sides, nobody sees a secret', async () => {
  await link(owner, { right: 'manage', side: 'buyer', name: 'Bea' })
  for (const right of ['view', 'comment']) {
    expect(codeOf(await it.call(links[right]!.secret, 'GET', `${plan}/grants`))).toBe('403 not-allowed')
  }
  for (const right of ['edit', 'manage']) {
    const answer = await it.call(links[right]!.secret, 'GET', `${plan}/grants`)
    const list = parseGrantList(answer.body)
    const shown = isShapeProblem(list) ? [] : list.grants
    expect(shown.map(({ name, you }) => (you ? `${name}!` : name))).toEqual(
      ['Ann', ...RIGHTS, 'Bea'].map((name) => (name === right ? `${name}!` : name)),
    )
    const text = JSON.stringify(answer.body)
    for (const { secret } of Object.values(links)) expect(text).not.toContain(secret)
    expect(text).not.toContain('hash')
  }
})

test.each([
  ['view', { view: 1 }],
  ['comment', { view: 1, comment: 1 }],
  ['edit', { view: 1, comment: 1, edit: 1 }],
  ['manage', { view: 2, comment: 2, edit: 2, manage: 2 }],
] as const)('POST grants: what %s may make, for its own side and the other', async (right, table) => {
  const made: Partial<Record<Right, number>> = {}
  for (const given of RIGHTS) {
    for (const side of ['seller', 'buyer']) {
      const { status, body } = await it.call(links[right]!.secret, 'POST', `${plan}/grants`, { right: given, side })
      expect([201, 403]).toContain(status)
      if (status !== 201) continue
      made[given] = (made[given] ?? 0) + 1
      expect(parseNewGrant(body)).toMatchObject({
        grant: { right: given, side, madeBy: links[right]!.id, usedAt: null },
      })
    }
  }
  expect(made).toEqual(table)
})

test('POST grants: never beyond one’s own expiry', async () => {
  const end = it.timer.now() + 1_000
  const short = await link(owner, { right: 'edit', side: 'seller', expiresAt: end })
  const make = (expiresAt?: number) =>
    it.call(short.secret, 'POST', `${plan}/grants`, {
      right: 'view',
      side: 'seller',
      ...(expiresAt === undefined ? {} : { expiresAt }),
    })
  expect((await make()).body).toMatchObject({ grant: { expiresAt: end } })
  expect((await make(end - 1)).body).toMatchObject({ grant: { expiresAt: end - 1 } })
  expect(codeOf(await make(end + 1))).toBe('403 not-allowed')
})

describe('PATCH and DELETE grants', () => {
  test('who may, by right', async () => {
    for (const right of RIGHTS) {
      const target = await link(owner, { right: 'view', side: 'seller' })
      const patch = await it.call(links[right]!.secret, 'PATCH', `${plan}/grants/${target.id}`, { right: 'comment' })
      const revoke = await it.call(links[right]!.secret, 'DELETE', `${plan}/grants/${target.id}`)
      expect([patch.status, revoke.status]).toEqual(right === 'manage' ? [200, 200] : [403, 403])
    }
  })

  test('an editor and what it made', async () => {
    const child = await link(links['edit']!.secret, { right: 'view', side: 'seller' })
    const path = `${plan}/grants/${child.id}`
    const editor = links['edit']!.secret
    expect((await it.call(editor, 'PATCH', path, { right: 'edit' })).body).toMatchObject({ grant: { right: 'edit' } })
    expect(codeOf(await it.call(editor, 'PATCH', path, { right: 'manage' }))).toBe('403 not-allowed')
    expect((await it.call(editor, 'DELETE', path)).body).toMatchObject({ grant: { revokedBy: links['edit']!.id } })
  })

  test('the cascade, on by default and off when asked, and its undo', async () => {
    const parent = await link(owner, { right: 'edit', side: 'seller' })
    const child = await link(parent.secret, { right: 'view', side: 'seller' })
    const path = `${plan}/grants/${parent.id}`
    const alone = parseChangedGrants((await it.call(owner, 'DELETE', `${path}?withMade=false`)).body)
    expect(alone).toMatchObject({ grant: { id: parent.id, revokedAt: it.timer.now() }, also: [] })
    const given = parseChangedGrants((await it.call(owner, 'PATCH', path, { right: 'edit' })).body)
    expect(given).toMatchObject({ grant: { revokedAt: null, revokedBy: null, right: 'edit' }, also: [] })
    const both = parseChangedGrants((await it.call(owner, 'DELETE', path)).body)
    expect(both).toMatchObject({ also: [{ id: child.id }] })
    expect(codeOf(await it.call(child.secret, 'GET', `${plan}/me`))).toBe('401 revoked-link')
    await it.call(owner, 'PATCH', path, { right: 'edit' })
    expect((await it.call(child.secret, 'GET', `${plan}/me`)).status).toBe(200)
    expect(codeOf(await it.call(owner, 'DELETE', `${path}?withMade=perhaps`))).toBe('400 bad-request')
  })

  test('the last manager can be neither revoked nor lowered', async () => {
    const first = await it.call(owner, 'GET', `${plan}/me`)
    const ownerId = (first.body as { grantId: string }).grantId
    await it.call(owner, 'DELETE', `${plan}/grants/${links['manage']!.id}`)
    expect(codeOf(await it.call(owner, 'DELETE', `${plan}/grants/${ownerId}`))).toBe('409 last-manage')
    expect(codeOf(await it.call(owner, 'PATCH', `${plan}/grants/${ownerId}`, { right: 'edit' }))).toBe(
      '409 last-manage',
    )
    await it.call(owner, 'PATCH', `${plan}/grants/${links['manage']!.id}`, { right: 'manage' })
    expect((await it.call(owner, 'PATCH', `${plan}/grants/${ownerId}`, { right: 'edit' })).status).toBe(200)
  })

  test('two managers who revoke each other at once: one of them stays', async () => {
    const ownerId = ((await it.call(owner, 'GET', `${plan}/me`)).body as { grantId: string }).grantId
    const [a, b] = await Promise.all([
      it.call(owner, 'DELETE', `${plan}/grants/${links['manage']!.id}?withMade=false`),
      it.call(links['manage']!.secret, 'DELETE', `${plan}/grants/${ownerId}?withMade=false`),
    ])
    expect([a.status, b.status].filter((status) => status === 200)).toHaveLength(1)
  })

  test('what is not there, and bodies that are none', async () => {
    expect(codeOf(await it.call(owner, 'DELETE', `${plan}/grants/nobody`))).toBe('404 no-such-grant')
    expect(codeOf(await it.call(owner, 'PATCH', `${plan}/grants/nobody`, { right: 'view' }))).toBe('404 no-such-grant')
    expect(codeOf(await it.call(owner, 'PATCH', `${plan}/grants/${links['view']!.id}`, { right: 'own' }))).toBe(
      '400 bad-request',
    )
  })
})

test('last seen, first used and edits', async () => {
  const seenOf = async (id: string) => {
    await it.seen.flush()
    const list = parseGrantList((await it.call(owner, 'GET', `${plan}/grants`)).body)
    return isShapeProblem(list) ? null : list.grants.find((grant) => grant.id === id)
  }
  const { id, secret } = links['edit']!
  expect(await seenOf(id)).toMatchObject({ usedAt: null, lastSeenAt: null, online: false, edits: 0 })
  const first = it.timer.now()
  await it.call(secret, 'GET', `${plan}/me`)
  expect(await seenOf(id)).toMatchObject({ usedAt: first, lastSeenAt: first })
  it.timer.advance(5_000)
  await it.call(secret, 'GET', `${plan}/me`)
  await it.storage.append([{ room: planId as never, grantId: id, update: typed('x'), newAuthors: [1], slot: 1 }])
  expect(await seenOf(id)).toMatchObject({ usedAt: first, lastSeenAt: first + 5_000, edits: 1 })
})

test('GET contributions and authors: for every right, of the rooms it may read', async () => {
  const { id } = links['edit']!
  const slot = Math.floor(it.timer.now() / 300_000)
  const append = (room: string, client: number, at: number) =>
    it.storage.append([
      { room: room as never, grantId: id, update: typed('x', client), newAuthors: [client], slot: at },
    ])
  await append(planId, 1, slot)
  await append(planId, 2, slot - 1)
  await append(`${planId}.c`, 3, slot - 40 * 288)
  for (const right of RIGHTS) {
    const { secret } = links[right]!
    expect(parseContributions((await it.call(secret, 'GET', `${plan}/contributions`)).body)).toEqual({
      contributions: [{ grantId: id, side: 'seller', day: '2026-11-22', slots: 2 }],
    })
    const long = parseContributions((await it.call(secret, 'GET', `${plan}/contributions?days=60`)).body)
    expect(isShapeProblem(long) ? null : long.contributions).toHaveLength(2)
    const authors = parseAuthors((await it.call(secret, 'GET', `${plan}/authors`)).body)
    expect(isShapeProblem(authors) ? null : authors.authors.map(({ clientId }) => clientId)).toEqual(
      right === 'view' ? [1, 2] : [1, 2, 3],
    )
    expect(authors).toMatchObject({ grants: [{ id, side: 'seller', name: 'edit' }] })
  }
  for (const days of ['0', '91', 'x', '1.5']) {
    expect(codeOf(await it.call(owner, 'GET', `${plan}/contributions?days=${days}`))).toBe('400 bad-request')
  }
})

test('GET revocations: whom one side shut out of the other, for every right', async () => {
  const { id: theirs } = links['comment']!
  const othersLink = await it.call(owner, 'POST', `${plan}/grants`, {
    right: 'edit',
    side: 'buyer',
    role: 'AP Director',
    name: 'Ingrid',
  })
  const made = parseNewGrant(othersLink.body)
  if (isShapeProblem(made)) throw new Error('no link made')
  const listed = async (secret: string) => (await it.call(secret, 'GET', `${plan}/revocations`)).body
  expect(await listed(owner)).toEqual({ revocations: [] })
  await it.call(owner, 'DELETE', `${plan}/grants/${theirs}`)
  await it.call(owner, 'DELETE', `${plan}/grants/${made.grant.id}`)
  const revokedAt = it.timer.now()
  for (const right of ['view', 'edit', 'manage'] as const) {
    const body = await listed(links[right]!.secret)
    expect(parseRevocations(body)).toEqual(body)
    expect(body).toMatchObject({
      revocations: [
        {
          grantId: made.grant.id,
          side: 'buyer',
          role: 'AP Director',
          name: 'Ingrid',
          revokedAt,
          by: { side: 'seller' },
        },
      ],
    })
    // The own side's links are its own affair.
    expect((body as { revocations: unknown[] }).revocations).toHaveLength(1)
  }
  await it.call(owner, 'PATCH', `${plan}/grants/${made.grant.id}`, { right: 'edit' })
  expect(await listed(owner)).toEqual({ revocations: [] })
})

describe('around the calls', () => {
  test('an unknown call, another method', async () => {
    expect(codeOf(await it.call(owner, 'GET', '/api/nothing'))).toBe('404 not-found')
    expect(codeOf(await it.call(owner, 'PUT', `${plan}/me`))).toBe('404 not-found')
  })

  test('CORS is open, without cookies', async () => {
    const preflight = await it.app.request(`${plan}/grants`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization')
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
    const { headers, status } = await it.call(newCapability(), 'GET', `${plan}/me`, undefined, {
      origin: 'https://elsewhere.example',
    })
    expect([status, headers.get('access-control-allow-origin'), headers.get('cache-control')]).toEqual([
      401,
      '*',
      'no-store',
    ])
  })

  test('a disk that fails: 503, and nothing else', async () => {
    it.storage.failChanges = true
    expect(codeOf(await it.call(owner, 'DELETE', `${plan}/grants/${links['view']!.id}`))).toBe('503 storage')
  })

  test('too many calls from one address', async () => {
    const strict = relay(null, true)
    const statuses: number[] = []
    for (let calls = 0; calls < 210; calls++) statuses.push((await strict.call(owner, 'GET', `${plan}/me`)).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([404, 429])
    strict.timer.advance(1_000)
    expect((await strict.call(owner, 'GET', `${plan}/me`)).status).toBe(404)
  })

  test('health: alive, ready, stopping', async () => {
    expect((await it.call(null, 'GET', '/healthz')).status).toBe(200)
    expect((await it.call(null, 'GET', '/readyz')).status).toBe(200)
    it.storage.failProbes = true
    // Asking costs a wait for the disk, so it is asked once a second only.
    expect((await it.call(null, 'GET', '/readyz')).status).toBe(200)
    it.timer.advance(1_000)
    expect((await it.call(null, 'GET', '/readyz')).status).toBe(503)
    it.storage.failProbes = false
    it.stop()
    expect((await it.call(null, 'GET', '/readyz')).status).toBe(503)
    expect(codeOf(await it.call(owner, 'GET', `${plan}/me`))).toBe('503 stopping')
    expect((await it.call(null, 'GET', '/healthz')).status).toBe(200)
  })
})
