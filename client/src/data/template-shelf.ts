/**
 * TemplateShelf: one's own templates on this device, each in all its versions. A version is written once and never changed;
 * the newest is the one that is offered. Kept in a table of their own and read when somebody first looks: no plan needs them.
 *
 * A device without storage keeps them as long as the tab; `keep` says so. Other tabs are told and read again.
 */
import { openPlanDoc, readPlan, type Plan } from '@milepost/plan'
import type { PlanId } from '@milepost/protocol'
import { templateToJson, type Template } from '@milepost/templates'
import type { Table } from 'dexie'
import * as Y from 'yjs'
import type { PlanShelf } from './plan-shelf.ts'
import type { Cell, Readable } from './readable.ts'
import type { Database } from './storage/database.ts'
import type { DeviceRows } from './storage/device-rows.ts'
import type { RoomRows } from './storage/log-store.ts'
import { parseTemplateRow, type TemplateRow } from './storage/template-row.ts'
import type { World } from './world.ts'

export interface TemplateVersion {
  readonly template: Template
  readonly keptAt: number
}

/** A template in all its versions, newest first; there is always one. */
export interface OwnTemplate {
  readonly id: string
  readonly newest: Template
  readonly versions: readonly TemplateVersion[]
}

export interface TemplateShelf {
  /** By name. */
  readonly own: Readable<readonly OwnTemplate[]>
  /** False: it is only in this tab, because there is no room on the disk or no disk. */
  keep(template: Template): Promise<boolean>
  /** What comes back puts it back, all versions of it. */
  remove(id: string): Promise<() => Promise<void>>
  /** The plan as which a template is being edited; null: nobody edits it. */
  draftOf(templateId: string): PlanId | null
  /** The template that is being edited as this plan. */
  templateOfDraft(planId: PlanId): string | null
  /** Every plan that this device holds, as it last was. What cannot be read is left out. */
  plans(): Promise<readonly Plan[]>
}

export interface TemplateShelfParts {
  readonly world: World
  readonly database: Database
  /** What lies on the disk of a plan. */
  readonly read: (planId: PlanId) => Promise<RoomRows>
  readonly rows: DeviceRows
  readonly shelf: PlanShelf
  /** Made by the caller, with what else it hands in: what the first view has anyway is not sent once more. */
  readonly own: Cell<readonly OwnTemplate[]>
}

export async function openTemplateShelf(parts: TemplateShelfParts): Promise<TemplateShelf> {
  const { world, database, rows, own } = parts
  let kept: readonly TemplateRow[] = []
  /** What the disk did not take; it stands beside what lies there. */
  let unwritten: readonly TemplateRow[] = []
  const channel = world.openChannel('milepost:templates', () => void reload())
  const table = () => database.dexie().table('templates') as Table<unknown, [string, number]>

  function show(): void {
    own.set(ownTemplatesOf([...kept, ...unwritten]))
  }

  async function reload(): Promise<void> {
    try {
      if (await database.ready()) kept = (await table().toArray()).flatMap((row) => parseTemplateRow(row) ?? [])
    } catch {
      // As it was: a disk that does not answer now has lost nothing yet.
    }
    show()
  }

  /** True once they are on the disk. */
  async function put(added: readonly TemplateRow[]): Promise<boolean> {
    try {
      if (!(await database.ready())) throw new Error('no storage')
      await table().bulkPut(added.map((row) => ({ ...row, template: JSON.parse(templateToJson(row.template)) })))
    } catch {
      unwritten = [...unwritten, ...added]
      show()
      return false
    }
    await reload()
    channel.send('rows')
    return true
  }

  await reload()

  return {
    own,
    keep: (template) => put([{ id: template.id, version: template.version, keptAt: world.now(), template }]),
    async remove(id) {
      const gone = [...kept, ...unwritten].filter((row) => row.id === id)
      unwritten = unwritten.filter((row) => row.id !== id)
      try {
        await table().bulkDelete(gone.map(({ version }) => [id, version] as [string, number]))
      } catch {
        // Without a disk it was only in this tab.
      }
      kept = kept.filter((row) => row.id !== id)
      show()
      channel.send('rows')
      return async () => void (await put(gone))
    },
    draftOf: (templateId) => rows.plans().find(({ draftOf }) => draftOf === templateId)?.planId ?? null,
    templateOfDraft: (planId) => rows.plan(planId)?.draftOf ?? null,
    plans: () => plansHere(parts),
  }
}

function ownTemplatesOf(rows: readonly TemplateRow[]): readonly OwnTemplate[] {
  return [...Map.groupBy(rows, ({ id }) => id)]
    .flatMap(([id, found]) => {
      const versions = found.toSorted((a, b) => b.version - a.version)
      const newest = versions[0]?.template
      return newest === undefined ? [] : [{ id, newest, versions }]
    })
    .toSorted((a, b) => a.newest.name.localeCompare(b.newest.name) || (a.id < b.id ? -1 : 1))
}

async function plansHere({ rows, shelf, read }: TemplateShelfParts): Promise<readonly Plan[]> {
  const plans: Plan[] = []
  for (const { planId, sample } of rows.plans()) {
    if (sample) continue
    const live = shelf.get(planId)
    if (live !== null && live.loaded.get() === 'loaded') plans.push(readPlan(live.doc))
    // oxlint-disable-next-line no-await-in-loop -- one document at a time in memory
    else plans.push(...(await planOnDisk(read, planId)))
  }
  return plans
}

async function planOnDisk(read: TemplateShelfParts['read'], planId: PlanId): Promise<readonly Plan[]> {
  try {
    const { snapshot, rows } = await read(planId)
    const doc = openPlanDoc(new Y.Doc())
    for (const { bytes } of [...(snapshot === null ? [] : [snapshot]), ...rows]) Y.applyUpdate(doc.ydoc, bytes)
    return [readPlan(doc)]
  } catch {
    return []
  }
}
