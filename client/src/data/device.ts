/**
 * Device: everything this browser keeps and knows, behind one value. Made once per page (`openDevice`, the one composition of
 * the data room) and handed down through React by DeviceProvider.
 */
import type { PlanDoc } from '@milepost/plan'
import type { PlanId, PlanLink, Right } from '@milepost/protocol'
import type { Me } from './me.ts'
import type { PlanSession } from './plan-session.ts'
import type { PlanSharing } from './plan-sharing.ts'
import type { PlanSummary } from './plan-summary.ts'
import type { PortfolioShelf } from './portfolio-shelf.ts'
import type { Readable } from './readable.ts'
import type { Refusal } from './sync-status.ts'
import type { TemplateShelf } from './template-shelf.ts'
import type { WrittenRecord } from './written-record.ts'

/** A link of a plan that this device keeps. */
export interface KeptLink {
  readonly link: PlanLink
  /** What it allowed when the relay was last asked; null before. */
  readonly right: Right | null
  readonly name: string
  readonly refusal: Refusal | null
  readonly keptAt: number
}

export interface Device {
  /** Newest first. */
  readonly plans: Readable<readonly PlanSummary[]>
  readonly me: Readable<Me | null>
  /** 'memoryOnly': nothing survives this tab; links then stay in the address bar. */
  readonly storage: Readable<'kept' | 'memoryOnly'>
  /** A newer version of the app has taken over this device's storage: this tab must be reloaded. */
  readonly reloadNeeded: Readable<boolean>
  /** Where new plans are sent: the origin this app was loaded from. */
  readonly relay: string

  setMe(me: Me): void
  /**
   * Makes a plan on this device, also offline; its relay hears of it as soon as it can be reached. A sample never leaves; with
   * `draftOf` it is a template that is edited as a plan, and stands in no list of plans.
   * `fill` gets a plan with an id and one company and nothing else; where it answers with a word, that is what went wrong, and
   * no plan is kept (it throws).
   */
  createPlan(
    fill: (doc: PlanDoc) => PlanMaker | string | void,
    me: Me,
    options?: { readonly sample?: boolean; readonly draftOf?: string | null },
  ): Promise<PlanId>
  /**
   * Keeps a link beside those the plan already has; the strongest of one's own does the writing. 'other-relay': this device has
   * that plan from somewhere else, and no stranger's address may pull it, and its secrets, over there. Nothing was kept then.
   */
  keepLink(link: PlanLink): Promise<PlanId | 'other-relay'>
  links(planId: PlanId): readonly KeptLink[]
  /** Lets go of the links that the relay refused, where another one works. */
  forgetRefusedLinks(planId: PlanId): void
  hasPlan(planId: PlanId): boolean
  openPlan(planId: PlanId): PlanSession
  /** "Remove from this device": document, links and secrets; the relay and other devices keep theirs. */
  removePlan(planId: PlanId): Promise<void>
  /** A new plan of one's own from everything this device has of it, unsent changes included; the original then goes back to what the relay had. */
  keepAsOwn(planId: PlanId, me: Me): Promise<PlanId>
  /** Drops what the relay never got and goes back to what it had, as far as this device knows. */
  discardUnsent(planId: PlanId): Promise<void>
  sharing(planId: PlanId): PlanSharing
  /** For a relay that makes plans only for those who hold its create token; waiting plans are sent again at once. */
  setCreateToken(relay: string, token: string): void
  /** One's own templates: a part that comes when it is first asked for. */
  templates(): Promise<TemplateShelf>
  /** The plans as a list of many, kept fresh while somebody looks: a part that comes when it is first asked for. */
  portfolio(): Promise<PortfolioShelf>
  /** Who wrote in a plan, as its relay counted it: a part that comes when it is first asked for. */
  written(planId: PlanId): Promise<WrittenRecord>
  /** Small settings of this device (folded rows, theme): never in a plan, never sent. */
  local<T extends LocalValue>(key: string, initial: T): Setting<T>
  /** The time, by the relay's clock where this device's own is more than five minutes off. */
  now(): number
  /** Writes what is still in memory; the app calls it before it reloads for a new version. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** Who, of the plan's own roles and people, made it; the first link is made out to them. */
export interface PlanMaker {
  readonly roleId: string | null
  readonly personId: string | null
}

export type LocalValue =
  | string
  | number
  | boolean
  | null
  | readonly LocalValue[]
  | { readonly [key: string]: LocalValue }

export interface Setting<T> extends Readable<T> {
  set(value: T): void
}
