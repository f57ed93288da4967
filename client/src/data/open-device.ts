/**
 * openDevice: the one composition of the data room. Nothing else makes a database, a shelf of open plans or a connection; what
 * they are made of comes in as a `World`.
 */
import { newId } from '@milepost/plan'
import { parseRoom, roomOf, type PlanId } from '@milepost/protocol'
import { Awareness } from 'y-protocols/awareness'
import { strongestLink } from './ask-relay.ts'
import type { Device } from './device.ts'
import { createPlanKeeper } from './plan-keeper.ts'
import { startErrands } from './errands.ts'
import { createLivePlan } from './live-plan.ts'
import { channelOf, createLiveRoom, LOCAL } from './live-room.ts'
import { createPlanList, type PlanList } from './plan-list.ts'
import { createPlanShelf, type PlanShelf } from './plan-shelf.ts'
import { cell } from './readable.ts'
import { createRelayApi } from './relay-api.ts'
import { createRelayClock } from './relay-clock.ts'
import { createSettings } from './settings.ts'
import { createDatabase } from './storage/database.ts'
import { openDeviceRows } from './storage/device-rows.ts'
import { createLogStore } from './storage/log-store.ts'
import { createWriteAhead, recoverUnwritten } from './storage/write-ahead.ts'
import { broadcast, browserWorld, type World } from './world.ts'
import { summaryFieldsOf } from './summary-of.ts'
import { warnBeforeLoss } from './warn-before-loss.ts'

export async function openDevice(options: Partial<World> = {}): Promise<Device> {
  const world: World = { ...browserWorld(), ...options }
  const database = createDatabase({ ...world, name: world.databaseName })
  const store = createLogStore(database)
  const ahead = createWriteAhead({ storage: world.localStorage, tab: newId() })
  const clock = createRelayClock(world.now)
  const rows = await openDeviceRows({ ...world, database })
  const settings = createSettings(rows)
  const recover = () =>
    recoverUnwritten({
      ahead,
      database,
      store,
      isKnown: (room) => rows.plans().some(({ planId }) => planId === parseRoom(room)?.planId),
      onRows: (room) => broadcast(world, channelOf(room), 'rows'),
    })
  // Before anything is read: the last words of a page that was just left belong to it.
  await recover()

  const parts = { world, database, store, ahead, rows, clock, createToken: settings.createToken, newMark: newId }
  const shelf: PlanShelf = createPlanShelf({
    timers: world.timers,
    create: (planId: PlanId) => createLivePlan({ ...parts, planId, onReplaced: () => shelf.drop(planId) }),
  })
  const list = createPlanList({ rows, shelf, store })
  await list.loaded
  const errands = startErrands({ ...world, shelf, due: list.due })
  const keeper = createPlanKeeper({ world, rows, shelf, store, ahead, now: clock.now })
  const stopAsking = persistAfterFirstEdit(list.plans, world)
  const stopWarning = warnBeforeLoss(shelf)
  const offShown = world.page.subscribe((event) => {
    if (event === 'shown') void takeIn()
  })

  // For parts that come late: the first view has these anyway.
  const lent = {
    ...parts,
    linkOf: strongestLink,
    api: (relay: string) => createRelayApi(relay, world.fetch),
    local: LOCAL,
  }
  let templates: ReturnType<Device['templates']> | null = null
  let portfolio: ReturnType<Device['portfolio']> | null = null

  /** What another tab left goes to the relay too, though its plan is not open here. */
  async function takeIn(): Promise<void> {
    if (!(await recover())) return
    await list.recount()
    await errands.run()
  }

  async function flush(): Promise<void> {
    await Promise.all([rows.flush(), ...shelf.all().map((live) => live.flush())])
  }

  return {
    ...keeper,
    plans: list.plans,
    me: settings.me,
    storage: rows.storage,
    reloadNeeded: database.superseded,
    relay: world.relay,
    setMe: settings.setMe,
    local: settings.local,
    setCreateToken(relay, token) {
      settings.setCreateToken(relay, token)
      for (const { planId } of rows
        .plans()
        .filter((row) => row.relay === relay && row.refusal === 'createTokenNeeded')) {
        rows.patchPlan(planId, { refusal: null })
        shelf.get(planId)?.retry()
      }
      void errands.run()
    },
    templates: () =>
      (templates ??= import('./template-shelf.ts').then(({ openTemplateShelf }) =>
        openTemplateShelf({
          world,
          database,
          rows,
          shelf,
          own: cell([]),
          read: (planId) => store.read(roomOf(planId), -1),
        }),
      )),
    portfolio: () =>
      (portfolio ??= import('./portfolio-shelf.ts').then(({ openPortfolioShelf }) =>
        openPortfolioShelf({
          ...lent,
          shelf,
          isWaiting: list.isWaiting,
          createRoom: createLiveRoom,
          newAwareness: (ydoc) => new Awareness(ydoc),
          fieldsOf: summaryFieldsOf,
          plans: cell(new Map()),
          refreshing: cell({ state: 'resting', done: 0, all: 0 }),
        }),
      )),
    written: (planId) =>
      import('./written-record.ts').then(({ openWrittenRecord }) => openWrittenRecord({ ...lent, planId })),
    now: clock.now,
    flush,
    async close() {
      await portfolio?.then(
        (opened) => opened.stop(),
        () => {},
      )
      errands.stop()
      stopAsking()
      stopWarning()
      offShown()
      await flush()
      for (const live of shelf.all()) live.stop()
      list.stop()
      rows.close()
      database.close()
    },
  }
}

/** Browsers ask people about it, so it waits until there is something of theirs to keep. */
function persistAfterFirstEdit(plans: PlanList['plans'], world: World): () => void {
  const off = plans.subscribe(() => {
    if (!plans.get().some(({ sample, waiting }) => !sample && waiting > 0)) return
    off()
    world.persist()
  })
  return off
}
