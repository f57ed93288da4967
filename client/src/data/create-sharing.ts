/** The sharing of one plan over the relay's HTTP calls. Speaks with the strongest link this device keeps of the plan. */
import { planLinkToUrl, type Capability, type GrantView, type PlanId } from '@milepost/protocol'
import { strongestLink } from './ask-relay.ts'
import { LOCAL } from './live-room.ts'
import type { GrantId, MadeLink, NewLink, PlanSharing, Revocation, SharingProblem } from './plan-sharing.ts'
import { cell } from './readable.ts'
import type { RelayApi, RelayProblem } from './relay-api.ts'
import type { DeviceRows } from './storage/device-rows.ts'

export interface SharingOptions {
  readonly planId: PlanId
  readonly rows: DeviceRows
  readonly api: (relay: string) => RelayApi
}

const PROBLEMS: Partial<Record<RelayProblem, SharingProblem>> = {
  unreachable: 'unreachable',
  'no-such-plan': 'notOnRelay',
  'not-allowed': 'notAllowed',
  'no-such-grant': 'noSuchGrant',
  'last-manage': 'lastManager',
  'revoked-link': 'revoked',
  'expired-link': 'revoked',
  'unknown-link': 'revoked',
  'too-many-grants': 'tooMany',
}

export function createSharing({ planId, rows, api }: SharingOptions): PlanSharing {
  const grants = cell<readonly GrantView[] | null>(null)
  const problem = cell<SharingProblem | null>(null)
  const revocations = cell<readonly Revocation[]>([])

  interface Way {
    readonly relay: string
    readonly api: RelayApi
    readonly capability: Capability
  }

  function way(): Way | SharingProblem {
    const row = rows.plan(planId)
    if (row === null || row.relay === LOCAL || !row.registered) return 'notOnRelay'
    const link = strongestLink(rows.links(planId))
    return link === null ? 'revoked' : { relay: row.relay, api: api(row.relay), capability: link.capability }
  }

  async function refresh(): Promise<SharingProblem | null> {
    const to = way()
    const answer = typeof to === 'string' ? to : await to.api.grants(planId, to.capability)
    if (typeof answer === 'string') {
      problem.set(sharingProblem(answer))
      return problem.get()
    }
    forgetUsedSecrets(answer)
    grants.set(answer)
    problem.set(null)
    return null
  }

  /** From the first use on, the secret is its holder's. */
  function forgetUsedSecrets(list: readonly GrantView[]): void {
    for (const { grantId } of rows.secrets(planId)) {
      const grant = list.find(({ id }) => id === grantId)
      if (grant !== undefined && (grant.usedAt !== null || grant.revokedAt !== null)) rows.dropSecret(planId, grantId)
    }
  }

  async function createGrant(link: NewLink): Promise<MadeLink | SharingProblem> {
    const to = way()
    if (typeof to === 'string') return to
    const { right, side, role, name, roleId = null, personId = null, expiresAt = null } = link
    const body = { right, side, role, name, roleId, personId, expiresAt }
    const made = await to.api.createGrant(planId, to.capability, body)
    if (typeof made === 'string') return sharingProblem(made)
    const { grant, secret } = made
    // Readers get the light page; whoever may speak or write gets the plan.
    const page = grant.right === 'view' ? 'view' : 'plan'
    rows.putSecret({ planId, grantId: grant.id, capability: secret, page })
    grants.set([...(grants.get() ?? []), grant])
    void refresh()
    return { grant, url: planLinkToUrl({ origin: to.relay, planId, capability: secret, page }) }
  }

  async function change(call: (to: Way) => Promise<RelayProblem | null>): Promise<SharingProblem | null> {
    const to = way()
    if (typeof to === 'string') return to
    const found = await call(to)
    await refresh()
    return found === null ? null : sharingProblem(found)
  }

  return {
    grants,
    problem,
    refresh,
    revocations,
    async refreshRevocations() {
      const to = way()
      const answer = typeof to === 'string' ? to : await to.api.revocations(planId, to.capability)
      if (typeof answer !== 'string') revocations.set(answer)
    },
    createGrant,
    async renewGrant(id) {
      const old = grants.get()?.find((grant) => grant.id === id)
      if (old === undefined) return 'noSuchGrant'
      const made = await createGrant(old)
      if (typeof made === 'string') return made
      // The new link stands already: a failure leaves two, which the list shows.
      await change((to) => to.api.revokeGrant(planId, to.capability, id, false))
      return made
    },
    changeRight: (id, right) => change((to) => to.api.changeGrant(planId, to.capability, id, right)),
    revoke: (id, { withMade = true } = {}) => change((to) => to.api.revokeGrant(planId, to.capability, id, withMade)),
    undoRevoke: (id, right) => change((to) => to.api.changeGrant(planId, to.capability, id, right)),
    urlOf(id: GrantId) {
      const row = rows.plan(planId)
      const secret = rows.secrets(planId).find(({ grantId }) => grantId === id)
      if (row === null || secret === undefined) return null
      return planLinkToUrl({ origin: row.relay, planId, capability: secret.capability, page: secret.page })
    },
  }
}

function sharingProblem(problem: RelayProblem | SharingProblem): SharingProblem {
  const known = PROBLEMS[problem as RelayProblem]
  if (known !== undefined) return known
  return isSharingProblem(problem) ? problem : 'rejected'
}

function isSharingProblem(problem: string): problem is SharingProblem {
  return problem === 'notOnRelay' || problem === 'revoked'
}
