/**
 * Keeping plans: making them, keeping links to them, copying, discarding and removing. Each is a few rows and, where the document
 * itself changes hands, one rewrite under the shelf's eyes.
 */
import { adoptPlan, createPlan, newId, openPlanDoc, readPlan, type PlanDoc } from '@milepost/plan'
import { discussionRoomOf, newCapability, parsePlanId, roomOf, type PlanId } from '@milepost/protocol'
import * as Y from 'yjs'
import { NEW_LIFE, strongestLink } from './ask-relay.ts'
import { createSharing } from './create-sharing.ts'
import type { Device, PlanMaker } from './device.ts'
import { channelOf, LOCAL } from './live-room.ts'
import type { Me } from './me.ts'
import type { PlanShelf } from './plan-shelf.ts'
import type { PlanSharing } from './plan-sharing.ts'
import { createRelayApi } from './relay-api.ts'
import type { DeviceRows } from './storage/device-rows.ts'
import type { LogStore } from './storage/log-store.ts'
import type { LinkRow, PlanRow } from './storage/rows.ts'
import type { WriteAhead } from './storage/write-ahead.ts'
import { summaryFieldsOf } from './summary-of.ts'
import { broadcast, type World } from './world.ts'

export type PlanKeeper = Pick<
  Device,
  | 'createPlan'
  | 'keepLink'
  | 'links'
  | 'hasPlan'
  | 'forgetRefusedLinks'
  | 'openPlan'
  | 'removePlan'
  | 'keepAsOwn'
  | 'discardUnsent'
  | 'sharing'
>

export interface PlanKeeperOptions {
  readonly world: World
  readonly rows: DeviceRows
  readonly shelf: PlanShelf
  readonly store: LogStore
  readonly ahead: WriteAhead
  readonly now: () => number
}

/** The list is sorted by the last opening; a plan that is opened again within this time stays where it is. */
const OPENED_GRAIN_MS = 60_000

/** What else the settings hold of a plan (overruled-keeper.ts, written-record.ts). */
const KEPT_OF_PLAN = ['overruled', 'written']

type Maker = Pick<Me, 'side' | 'role' | 'name'>

export function createPlanKeeper({ world, rows, shelf, store, ahead, now }: PlanKeeperOptions): PlanKeeper {
  const sharings = new Map<PlanId, PlanSharing>()

  /** Puts a document that was made here on the shelf and on the disk. */
  async function keepNew(
    planId: PlanId,
    doc: PlanDoc,
    maker: Maker,
    more: { sample: boolean; draftOf?: string | null; discussion?: Uint8Array } & PlanMaker,
  ): Promise<void> {
    const { side, role, name } = maker
    const at = world.now()
    const relay = more.sample ? LOCAL : world.relay
    const made = { side, role, name }
    const fields = summaryFieldsOf(readPlan(doc))
    rows.putPlan({
      ...blankPlan(planId, relay, at),
      ...fields,
      sample: more.sample,
      draftOf: more.draftOf ?? null,
      made,
      registered: more.sample,
    })
    const link = { ...blankLink(planId, at), capability: newCapability(), page: 'plan' as const }
    rows.putLink({ ...link, ...made, right: 'manage', roleId: more.roleId, personId: more.personId })
    const { live, release } = shelf.hold(planId)
    await live.read()
    live.fill(Y.encodeStateAsUpdate(doc.ydoc), more.discussion ?? null)
    await Promise.all([live.flush(), rows.flush()])
    release()
  }

  /** The document on disk is another one now: every tab must look again. */
  async function rewrite(planId: PlanId, work: () => Promise<void>): Promise<void> {
    await shelf.replace(planId, async () => {
      for (const room of roomsOf(planId)) ahead.forget(room)
      try {
        await work()
      } catch {
        // Without a disk there is nothing to rewrite: what the relay has comes from there.
      }
    })
    broadcast(world, channelOf(planId), 'replaced')
  }

  async function removePlan(planId: PlanId): Promise<void> {
    sharings.delete(planId)
    await rewrite(planId, async () => {
      rows.dropPlan(planId)
      for (const kept of KEPT_OF_PLAN) rows.dropSetting(`${kept}:${planId}`)
      for (const room of roomsOf(planId)) await store.remove(room)
    })
    await rows.flush()
  }

  async function discardUnsent(planId: PlanId): Promise<void> {
    const row = rows.plan(planId)
    // What the relay never heard of has no earlier state: only the plan as a whole could go.
    if (row === null || !row.registered || row.relay === LOCAL) return
    // The relay's plan has another life: what we hold belongs to the old one, all of it.
    const isOtherLife = row.refusal === 'otherEpoch'
    // What was said and can still be sent is none of what is discarded.
    const isSaid = shelf.get(planId)?.access.get().canComment === true
    const rooms = isSaid && !isOtherLife ? [roomOf(planId)] : roomsOf(planId)
    await rewrite(planId, async () => {
      for (const room of rooms) await (isOtherLife ? store.remove(room) : store.rebase(room))
      rows.patchPlan(planId, { loweredFrom: null, ...(isOtherLife ? { ...NEW_LIFE, refusal: null } : {}) })
    })
    await rows.flush()
  }

  return {
    async createPlan(fill, by, { sample = false, draftOf = null } = {}) {
      const planId = newPlanId()
      const buyer = by.side === 'buyer' ? by.company : ''
      const seller = by.side === 'seller' ? by.company : ''
      const writer = { side: by.side, name: by.name, personId: null, grantId: null }
      // A document of its own: whatever fills it can neither be undone nor be seen half done.
      const doc = createPlan(new Y.Doc(), { planId, buyer, seller }, { writer, now })
      const maker = fill(doc)
      if (typeof maker === 'string') throw new Error(`The plan could not be filled: ${maker}`)
      const { roleId, personId } = maker ?? { roleId: null, personId: null }
      await keepNew(planId, doc, by, { sample, draftOf, roleId, personId })
      return planId
    },

    async keepLink(link) {
      const { planId, origin, capability, page } = link
      const row = rows.plan(planId)
      if (row !== null && row.relay !== origin) return 'other-relay'
      const at = world.now()
      if (row === null) rows.putPlan(blankPlan(planId, origin, at))
      const known = rows.links(planId).find((each) => each.capability === capability)
      if (known === undefined) rows.putLink({ ...blankLink(planId, at), capability, page })
      else rows.patchLink(known, { page, keptAt: at })
      // Somebody who comes with a link wants to know what it is worth now, whatever was said before.
      if (known === undefined || known.refusal !== null || (row !== null && row.refusal !== null)) {
        rows.patchPlan(planId, { refusal: null })
        shelf.get(planId)?.retry()
      }
      await rows.flush()
      return planId
    },

    links(planId) {
      const origin = rows.plan(planId)?.relay ?? LOCAL
      return rows.links(planId).map(({ capability, page, right, name, refusal, keptAt }) => ({
        link: { origin, planId, capability, page },
        right,
        name,
        refusal,
        keptAt,
      }))
    },

    forgetRefusedLinks(planId) {
      const links = rows.links(planId)
      if (strongestLink(links) === null) return
      for (const link of links) if (link.refusal !== null) rows.dropLink(link)
    },

    hasPlan: (planId) => rows.plan(planId) !== null,

    openPlan(planId) {
      const at = world.now()
      const row = rows.plan(planId)
      if (row !== null && at - row.openedAt > OPENED_GRAIN_MS) rows.patchPlan(planId, { openedAt: at })
      return shelf.open(planId)
    },

    removePlan,
    discardUnsent,

    async keepAsOwn(planId, me) {
      const { live, release } = shelf.hold(planId)
      await live.read()
      const copyId = newPlanId()
      const writer = { side: me.side, name: me.name, personId: null, grantId: null }
      const copy = openPlanDoc(new Y.Doc(), { writer, now })
      Y.applyUpdate(copy.ydoc, Y.encodeStateAsUpdate(live.doc.ydoc))
      if (adoptPlan(copy, copyId) !== 'changed') throw new Error('Nothing of this plan is here yet')
      const { roleId, personId } = live.access.get()
      const discussion = Y.encodeStateAsUpdate(live.discussion.ydoc)
      const isKnownThere = rows.plan(planId)?.registered ?? false
      release()
      await keepNew(copyId, copy, me, { sample: false, roleId, personId, discussion })
      await (isKnownThere ? discardUnsent(planId) : removePlan(planId))
      return copyId
    },

    sharing(planId) {
      const known = sharings.get(planId)
      if (known !== undefined) return known
      const sharing = createSharing({ planId, rows, api: (relay) => createRelayApi(relay, world.fetch) })
      sharings.set(planId, sharing)
      return sharing
    },
  }
}

/** The plan and its discussion. */
function roomsOf(planId: PlanId): readonly string[] {
  return [roomOf(planId), discussionRoomOf(planId)]
}

function newPlanId(): PlanId {
  const planId = parsePlanId(newId())
  if (planId === null) throw new Error('A new id is no plan id')
  return planId
}

function blankPlan(planId: PlanId, relay: string, at: number): PlanRow {
  return {
    planId,
    relay,
    sample: false,
    draftOf: null,
    made: null,
    registered: true,
    ...NEW_LIFE,
    createdAt: at,
    openedAt: at,
    lastSyncedAt: null,
    refusal: null,
    loweredFrom: null,
    title: '',
    buyer: '',
    seller: '',
    goLive: null,
  }
}

function blankLink(planId: PlanId, at: number): Omit<LinkRow, 'capability' | 'page'> {
  return {
    planId,
    keptAt: at,
    grantId: null,
    right: null,
    side: null,
    role: '',
    name: '',
    roleId: null,
    personId: null,
    refusal: null,
  }
}
