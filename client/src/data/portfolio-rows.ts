/**
 * PortfolioRows: the rows behind the list of many plans, in memory and on disk. Every change reads the row as it lies on the
 * disk and writes it back in one transaction, because several tabs write: what two of them add to one record of days is joined,
 * and where both speak of one day the later reading stands.
 *
 * Without a disk they live as long as the tab.
 */
import type { PlanId } from '@milepost/protocol'
import type { Table } from 'dexie'
import type { Cell, Readable } from './readable.ts'
import type { Database } from './storage/database.ts'
import { blankPortfolioRow, parsePortfolioRow, type PortfolioRow } from './storage/portfolio-row.ts'
import type { World } from './world.ts'

export type PortfolioMap = ReadonlyMap<PlanId, PortfolioRow>

export interface PortfolioRows {
  readonly all: Readable<PortfolioMap>
  get(planId: PlanId): PortfolioRow
  /** False: only this tab has it, because there is no disk or no room on it. */
  change(planId: PlanId, next: (row: PortfolioRow) => PortfolioRow): Promise<boolean>
  close(): void
}

export interface PortfolioRowsOptions {
  readonly world: World
  readonly database: Database
  readonly all: Cell<PortfolioMap>
  /** A plan that was removed while it was being read leaves nothing behind. */
  readonly isKnown: (planId: PlanId) => boolean
}

export async function openPortfolioRows(options: PortfolioRowsOptions): Promise<PortfolioRows> {
  const { world, database, all, isKnown } = options
  const channel = world.openChannel('milepost:portfolio', () => void reload())
  const table = () => database.dexie().table('portfolio') as Table<unknown, string>

  async function reload(): Promise<void> {
    try {
      if (!(await database.ready())) return
      const rows = (await table().toArray()).flatMap((raw) => parsePortfolioRow(raw) ?? [])
      all.set(new Map(rows.map((row) => [row.room, row])))
    } catch {
      // As it was: a disk that does not answer now has lost nothing yet.
    }
  }

  const get = (planId: PlanId) => all.get().get(planId) ?? blankPortfolioRow(planId)

  function show(row: PortfolioRow): void {
    if (isKnown(row.room)) all.set(new Map(all.get()).set(row.room, row))
  }

  async function write(planId: PlanId, next: (row: PortfolioRow) => PortfolioRow): Promise<PortfolioRow | null> {
    return database.dexie().transaction('rw', table(), async () => {
      const changed = next(parsePortfolioRow(await table().get(planId)) ?? blankPortfolioRow(planId))
      if (!isKnown(planId)) return null
      await table().put(changed)
      return changed
    })
  }

  await reload()

  return {
    all,
    get,
    async change(planId, next) {
      try {
        if (!(await database.ready())) throw new Error('no storage')
        const row = await write(planId, next)
        if (row !== null) show(row)
        channel.send('rows')
        return true
      } catch {
        show(next(get(planId)))
        return false
      }
    },
    close: () => channel.close(),
  }
}
