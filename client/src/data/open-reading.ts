/**
 * openReading: one plan on a page that only reads, from the first moment on. Two ways lead to it, and whichever is there first
 * is shown: the relay, by the link in the address (a glance, in memory), and this device, with what it keeps. The device's part
 * of the app is fetched when it is needed or not in the way: at once where the app lies on the device already or there is no
 * link, else after the first content, or when the relay cannot be reached. From then on the plan is an ordinary open plan: kept,
 * live, and there without a network the next time.
 */
import type { PlanId, PlanLink } from '@milepost/protocol'
import type { Device } from './device.ts'
import { openGlance, type Glance, type PlanReading } from './glance.ts'
import type { PlanSession } from './plan-session.ts'
import { cell, type Readable } from './readable.ts'
import type { World } from './world.ts'

export interface OpenReading {
  readonly plan: Readable<PlanReading | null>
  /** Null until its part of the app is here. */
  readonly device: Readable<Device | null>
  /** `other-relay`: this device has the plan from elsewhere; `no-link`: it has neither the plan nor a link of it. */
  readonly problem: Readable<'other-relay' | 'no-link' | null>
  stop(): void
}

export interface ReadingOptions {
  readonly planId: PlanId
  /** The link in the address, where it has one. */
  readonly link: PlanLink | null
  readonly world: World
  readonly openDevice: () => Promise<Device>
  /** Resolves when what has just arrived was drawn; the device's part would hold that up. */
  readonly drawn: () => Promise<void>
  /** The app lies on this device already: fetching more of it costs nothing. */
  readonly isAppHere: boolean
}

/** A relay that takes longer may take for ever; what this device keeps is shown meanwhile. */
const PATIENCE_MS = 3_000

export function openReading({ planId, link, world, openDevice, drawn, isAppHere }: ReadingOptions): OpenReading {
  const glance: Glance | null = link === null ? null : openGlance(link, world)
  const plan = cell<PlanReading | null>(glance)
  const device = cell<Device | null>(null)
  const problem = cell<'other-relay' | 'no-link' | null>(null)
  const offs: (() => void)[] = []
  let isStopped = false
  let isOpening = false
  let session: PlanSession | null = null
  let leave = () => {}

  /** The device comes in when there is something to look at meanwhile, or when nothing else will bring it. */
  function look(): void {
    if (glance === null || isAppHere) return open()
    const { relay } = glance.status.get()
    if (glance.loaded.get() === 'loaded' || relay === 'offline' || relay === 'refused') open()
  }

  function open(): void {
    if (isOpening || isStopped) return
    isOpening = true
    const isShown = glance?.loaded.get() === 'loaded'
    const opening = isShown ? drawn().then(openDevice) : openDevice()
    void opening.then(enter, () => {
      // That part of the app cannot be fetched now. The plan is on screen, or the page says that the relay is out of reach.
      isOpening = false
    })
  }

  async function enter(opened: Device): Promise<void> {
    if (isStopped) return void opened.close()
    const kept = link === null ? planId : await opened.keepLink(link)
    device.set(opened)
    if (kept === 'other-relay') return fail('other-relay')
    if (!opened.hasPlan(planId)) return fail('no-link')
    hold(opened)
  }

  function fail(what: 'other-relay' | 'no-link'): void {
    glance?.stop()
    problem.set(what)
  }

  /** Opens the plan on the device, and again whenever its document was replaced by another one. */
  function hold(opened: Device): void {
    leave()
    const own = opened.openPlan(planId)
    session = own
    const watched = [
      own.ended.subscribe(() => {
        if (!isStopped) hold(opened)
      }),
      own.loaded.subscribe(takeOver),
      own.status.subscribe(takeOver),
      ...(glance === null ? [] : [glance.loaded.subscribe(takeOver), glance.status.subscribe(takeOver)]),
    ]
    leave = () => {
      for (const off of watched) off()
      own.release()
    }
    takeOver()
  }

  /** Never back to an older state of the plan: what the relay has told stays until the device has heard it too. */
  function takeOver(): void {
    if (session === null || plan.get()?.doc === session.doc) return
    const isGlancing = glance !== null && plan.get() === glance
    const shown = isGlancing && glance.loaded.get() === 'loaded'
    if (shown && session.status.get().relay !== 'synced') return
    if (isGlancing && session.loaded.get() !== 'loaded' && glance.status.get().relay === 'connecting') return
    glance?.stop()
    const opened = device.get()
    if (opened !== null) plan.set({ ...session, now: () => opened.now() })
  }

  if (glance !== null) offs.push(glance.loaded.subscribe(look), glance.status.subscribe(look))
  offs.push(world.timers.after(PATIENCE_MS, open))
  look()

  return {
    plan,
    device,
    problem,
    stop() {
      isStopped = true
      for (const off of offs) off()
      leave()
      glance?.stop()
      void device.get()?.close()
    },
  }
}
