// The links of a plan as the HTTP calls see them: make, list, change, take back.
//
// Decisions are pure (`grant-changes.ts`) and taken on one reading; the storage writes them only if nothing changed since,
// else it is decided again. What a decision ends is held at once, closed when it is on disk.
import {
  CLOSE,
  LIMITS,
  mayGrant,
  newCapability,
  type Capability,
  type ChangedGrants,
  type CreatePlanBody,
  type GrantBody,
  type GrantView,
  type NewGrant,
  type PlanId,
  type Right,
} from '@milepost/protocol'
import type { Connections } from '../socket/connections.ts'
import type { Grant, GrantChange, Link, PlanGrants, Storage } from '../storage/storage.ts'
import type { Timer } from '../timer.ts'
import { refusalOf, type Refusal } from './admission.ts'
import { decideRevocation, decideRight, isGrantRefusal, type GrantRefusal } from './grant-changes.ts'
import { randomId } from './random-id.ts'
import { hashOf } from './secret-hash.ts'
import type { SeenLog } from './seen-log.ts'

export interface GrantBookParts {
  readonly storage: Storage
  readonly connections: Connections
  readonly seen: SeenLog
  readonly timer: Timer
  /** Resolves when every change handed in so far is on disk, or will never be. */
  readonly settledSoFar: () => Promise<void>
}

/** Tries before a plan whose links change all the time is given up. */
const TRIES = 10

export class GrantBook {
  readonly #parts: GrantBookParts

  constructor(parts: GrantBookParts) {
    this.#parts = parts
  }

  async createPlan(
    { planId, side, role, name, roleId, personId }: CreatePlanBody,
    capability: Capability,
  ): Promise<{ outcome: 'created' | 'same'; grant: Link } | 'taken' | Refusal> {
    const { storage, timer } = this.#parts
    const now = timer.now()
    const made = await storage.createPlan({
      first: {
        id: randomId(),
        planId,
        right: 'manage',
        side,
        role,
        name,
        roleId,
        personId,
        madeBy: null,
        createdAt: now,
        expiresAt: null,
        hash: hashOf(capability),
      },
      epochs: { plan: randomId(), discussion: randomId() },
    })
    return made === 'taken' ? made : (refusalOf(made.grant, now) ?? made)
  }

  async list(planId: PlanId, you: Link): Promise<readonly GrantView[]> {
    const { grants } = await this.#read(planId)
    return grants.map((grant) => this.#view(grant, you))
  }

  async make(by: Link, body: GrantBody): Promise<NewGrant | 'not-allowed' | 'too-many-grants'> {
    if (!mayGrant(by, body)) return 'not-allowed'
    // A link never outlives the one it was made with.
    if (by.expiresAt !== null && body.expiresAt !== null && body.expiresAt > by.expiresAt) return 'not-allowed'
    const expiresAt = body.expiresAt ?? by.expiresAt
    const { storage, timer } = this.#parts
    const secret = newCapability()
    const grant = { ...body, id: randomId(), planId: by.planId, madeBy: by.id, createdAt: timer.now(), expiresAt }
    for (let tries = 0; tries < TRIES; tries++) {
      const { version, grants } = await this.#read(by.planId)
      // The right of the caller may have changed since it was let in.
      const caller = grants.find(({ id }) => id === by.id)
      if (!caller || refusalOf(caller, timer.now()) !== null || !mayGrant(caller, body)) return 'not-allowed'
      if (grants.length >= LIMITS.grantsPerPlan) return 'too-many-grants'
      if ((await storage.addGrant({ ...grant, hash: hashOf(secret) }, version)) === 'added') {
        const unused = { usedAt: null, lastSeenAt: null, revokedAt: null, revokedBy: null, revokedWith: null, edits: 0 }
        return { grant: this.#view({ ...grant, ...unused }, by), secret }
      }
    }
    throw new Error('the links of a plan did not come to rest')
  }

  changeRight(by: Link, id: string, right: Right, withMade: boolean): Promise<ChangedGrants | GrantRefusal> {
    return this.#change(by, id, ({ grants }, caller) =>
      decideRight({ grants, by: caller, id, right, withMade, now: this.#parts.timer.now() }),
    )
  }

  revoke(by: Link, id: string, withMade: boolean): Promise<ChangedGrants | GrantRefusal> {
    return this.#change(by, id, ({ grants }, caller) =>
      decideRevocation({ grants, by: caller, id, withMade, now: this.#parts.timer.now() }),
    )
  }

  async #change(
    by: Link,
    id: string,
    decide: (plan: PlanGrants, caller: Grant) => readonly GrantChange[] | GrantRefusal,
  ): Promise<ChangedGrants | GrantRefusal> {
    for (let tries = 0; tries < TRIES; tries++) {
      const plan = await this.#read(by.planId)
      const caller = plan.grants.find((grant) => grant.id === by.id)
      if (!caller || refusalOf(caller, this.#parts.timer.now()) !== null) return 'not-allowed'
      const changes = decide(plan, caller)
      if (isGrantRefusal(changes)) return changes
      if (changes.length === 0 || (await this.#write(by.planId, changes, plan.version)) === 'changed') {
        return this.#changed(by, id, changes)
      }
    }
    throw new Error('the links of a plan did not come to rest')
  }

  async #write(planId: PlanId, changes: readonly GrantChange[], version: number): Promise<'changed' | 'stale'> {
    const { storage, connections, settledSoFar } = this.#parts
    const ended = changes.filter(({ revokedAt }) => revokedAt !== null).map(({ id }) => id)
    const lowered = changes.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id)
    const releaseEnded = connections.hold(ended)
    const releaseLowered = connections.hold(lowered)
    try {
      // What these links had handed in before counts as before: on disk first, so that no row of theirs stands after it.
      await settledSoFar()
      const outcome = await storage.changeGrants(planId, changes, version)
      // What was held has lost frames: it must come back even where nothing changed in the end.
      releaseEnded(outcome === 'changed' ? CLOSE.unknownLink : CLOSE.restart)
      releaseLowered(CLOSE.restart)
      return outcome
    } catch (error) {
      releaseEnded(CLOSE.storage)
      releaseLowered(CLOSE.storage)
      throw error
    }
  }

  async #changed(by: Link, id: string, changes: readonly GrantChange[]): Promise<ChangedGrants | 'no-such-grant'> {
    const { grants } = await this.#read(by.planId)
    const grant = grants.find((one) => one.id === id)
    if (grant === undefined) return 'no-such-grant'
    const also = grants.filter((one) => one.id !== id && changes.some((change) => change.id === one.id))
    return { grant: this.#view(grant, by), also: also.map((one) => this.#view(one, by)) }
  }

  async #read(planId: PlanId): Promise<PlanGrants> {
    const plan = await this.#parts.storage.grantsOf(planId)
    if (plan === 'no-such-plan') throw new Error('a plan that let somebody in is gone')
    return plan
  }

  #view(grant: Grant, you: Link): GrantView {
    const { planId: _, revokedWith: __, ...rest } = this.#parts.seen.with(grant)
    const view = { ...rest, online: this.#parts.connections.isOnline(grant.id) }
    return grant.id === you.id ? { ...view, you: true } : view
  }
}
