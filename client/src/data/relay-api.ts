/**
 * RelayApi: the relay's HTTP calls as functions. Every answer is parsed; what went wrong is one word. `unreachable` means "try
 * again later, nothing is known": no network, a relay that is starting or busy, or something in between that answered for it.
 */
import {
  API_CODES,
  isShapeProblem,
  parseApiError,
  parseChangedGrants,
  parseGrantList,
  parseMe,
  parseNewGrant,
  parseRevocations,
  type ApiCode,
  type Capability,
  type CreatePlanBody,
  type GrantBody,
  type GrantView,
  type Me,
  type NewGrant,
  type PlanId,
  type Revocations,
  type Right,
  type ShapeProblem,
} from '@milepost/protocol'

export type RelayProblem = ApiCode | 'unreachable'

/** What the relay says of a link. */
export type LinkMe = Me

type Parser<T> = (value: unknown) => T | ShapeProblem

export interface RelayApi {
  createPlan(body: CreatePlanBody, capability: Capability, createToken: string | null): Promise<LinkMe | RelayProblem>
  me(planId: PlanId, capability: Capability): Promise<LinkMe | RelayProblem>
  grants(planId: PlanId, capability: Capability): Promise<readonly GrantView[] | RelayProblem>
  revocations(planId: PlanId, capability: Capability): Promise<Revocations['revocations'] | RelayProblem>
  /** What parts that come late ask for, each with the parser that it brings; the path begins behind `/api/plans`. */
  read<T extends object>(path: string, capability: Capability, parse: Parser<T>): Promise<T | RelayProblem>
  createGrant(planId: PlanId, capability: Capability, body: GrantBody): Promise<NewGrant | RelayProblem>
  changeGrant(planId: PlanId, capability: Capability, grantId: string, right: Right): Promise<RelayProblem | null>
  revokeGrant(planId: PlanId, capability: Capability, grantId: string, withMade: boolean): Promise<RelayProblem | null>
}

/** Nothing that the relay does takes this long. */
const PATIENCE_MS = 15_000
/** Answers that say something about this moment and nothing about the link. */
const PASSING: ReadonlySet<ApiCode> = new Set(['too-many-calls', 'internal', 'storage', 'stopping', 'not-found'])

export function createRelayApi(origin: string, fetch: typeof globalThis.fetch): RelayApi {
  async function call<T extends object>(
    path: string,
    capability: Capability,
    parse: Parser<T>,
    request: { readonly method?: string; readonly body?: object; readonly headers?: Record<string, string> } = {},
  ): Promise<T | RelayProblem> {
    let response: Response
    let value: unknown
    try {
      response = await fetch(`${origin}/api/plans${path}`, {
        method: request.method ?? 'GET',
        headers: {
          authorization: `Bearer ${capability}`,
          ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...request.headers,
        },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      value = await response.json()
    } catch {
      return 'unreachable'
    }
    if (!response.ok) return problemIn(value)
    const result = parse(value)
    // A portal of a hotel answers everything with a page of its own.
    return isShapeProblem(result) ? 'unreachable' : result
  }

  return {
    createPlan: (body, capability, createToken) =>
      call('', capability, parseMe, {
        method: 'POST',
        body,
        headers: createToken === null ? {} : { 'x-create-token': createToken },
      }),
    me: (planId, capability) => call(`/${planId}/me`, capability, parseMe),
    async grants(planId, capability) {
      const list = await call(`/${planId}/grants`, capability, parseGrantList)
      return typeof list === 'string' ? list : list.grants
    },
    async revocations(planId, capability) {
      const list = await call(`/${planId}/revocations`, capability, parseRevocations)
      return typeof list === 'string' ? list : list.revocations
    },
    read: call,
    createGrant: (planId, capability, body) =>
      call(`/${planId}/grants`, capability, parseNewGrant, { method: 'POST', body }),
    async changeGrant(planId, capability, grantId, right) {
      const request = { method: 'PATCH', body: { right } }
      const changed = await call(
        `/${planId}/grants/${encodeURIComponent(grantId)}`,
        capability,
        parseChangedGrants,
        request,
      )
      return typeof changed === 'string' ? changed : null
    },
    async revokeGrant(planId, capability, grantId, withMade) {
      const path = `/${planId}/grants/${encodeURIComponent(grantId)}?withMade=${withMade}`
      const changed = await call(path, capability, parseChangedGrants, { method: 'DELETE' })
      return typeof changed === 'string' ? changed : null
    },
  }
}

function problemIn(value: unknown): RelayProblem {
  const parsed = parseApiError(value)
  if (isShapeProblem(parsed)) return 'unreachable'
  const { code } = parsed.error
  if (!isApiCode(code) || PASSING.has(code)) return 'unreachable'
  return code
}

function isApiCode(code: string): code is ApiCode {
  return Object.hasOwn(API_CODES, code)
}
