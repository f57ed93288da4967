import { newCapability, parsePlanId, type PlanId } from '@milepost/protocol'
import { expect, test } from 'vitest'
import { createRelayApi } from './relay-api.ts'

const ID = parsePlanId('AAAAAAAAAAAAAAAAAAAAA') as PlanId
const SECRET = newCapability()
const ME = {
  planId: ID,
  grantId: 'g',
  right: 'edit',
  side: 'buyer',
  role: '',
  name: 'Dana',
  roleId: null,
  personId: null,
  expiresAt: null,
}

function answering(answer: () => Response | Promise<Response>) {
  const asked: Request[] = []
  const api = createRelayApi('https://relay.example', (input, init) => {
    asked.push(new Request(input, init))
    return Promise.resolve(answer())
  })
  return { api, asked }
}

const error = (code: string, status: number) => Response.json({ error: { code, message: 'x' } }, { status })

test('the secret travels in a header, never in the address', async () => {
  const { api, asked } = answering(() => Response.json(ME))
  expect(await api.me(ID, SECRET)).toEqual(ME)
  expect(asked[0]?.url).toBe(`https://relay.example/api/plans/${ID}/me`)
  expect(asked[0]?.headers.get('authorization')).toBe(`Bearer ${SECRET}`)
})

test.each([
  ['what the relay refuses is its own word', () => error('revoked-link', 401), 'revoked-link'],
  ['a busy relay', () => error('too-many-calls', 429), 'unreachable'],
  ['a relay without its disk', () => error('storage', 503), 'unreachable'],
  ['a word of a later version', () => error('on-holiday', 418), 'unreachable'],
  ['a page of something in between, with 200', () => new Response('<html>Please log in</html>'), 'unreachable'],
  ['a page of something in between, with 403', () => new Response('<html>no</html>', { status: 403 }), 'unreachable'],
  ['JSON of somebody else', () => Response.json({ hello: 'world' }), 'unreachable'],
  ['half of an answer', () => Response.json({ ...ME, right: 'owner' }), 'unreachable'],
  ['no network', () => Promise.reject(new TypeError('failed')), 'unreachable'],
])('%s', async (_what, answer, expected) => {
  expect(await answering(answer).api.me(ID, SECRET)).toBe(expected)
})

test('the create token is sent only where there is one', async () => {
  const body = { planId: ID, side: 'buyer', role: '', name: '', roleId: null, personId: null } as const
  const { api, asked } = answering(() => Response.json(ME))
  await api.createPlan(body, SECRET, null)
  await api.createPlan(body, SECRET, 'sesame')
  expect(asked.map(({ headers }) => headers.get('x-create-token'))).toEqual([null, 'sesame'])
  expect(await asked[0]?.json()).toEqual(body)
})

test('a grant’s id cannot lead the call anywhere else', async () => {
  const { api, asked } = answering(() => error('no-such-grant', 404))
  expect(await api.revokeGrant(ID, SECRET, '../../x?y', false)).toBe('no-such-grant')
  expect(new URL(asked[0]?.url ?? '').pathname).toBe(`/api/plans/${ID}/grants/..%2F..%2Fx%3Fy`)
})
