/**
 * DeviceRows: the small things this device keeps (plans, links, secrets, settings), all of them in memory and on disk behind it.
 * Reading never waits. Writing is for the disk to catch up with: what could not be written stays due and is tried again every
 * minute, so a device without storage works until its tab is closed, and loses nothing if the storage comes back before.
 *
 * Tabs write single fields (`patch`), not whole rows: two of them may hold two ages of one row.
 */
import type { PlanId } from '@milepost/protocol'
import type { Table } from 'dexie'
import type { Timers } from '../../sync/timers.ts'
import { cell, type Readable } from '../readable.ts'
import type { Database } from './database.ts'
import {
  parseLinkRow,
  parsePlanRow,
  parseSecretRow,
  parseSettingRow,
  type LinkRow,
  type PlanRow,
  type SecretRow,
  type SettingRow,
} from './rows.ts'
import type { TabChannel, TabWord } from './update-log.ts'

export interface DeviceRows {
  /** 'memoryOnly' while there is no disk to write to. */
  readonly storage: Readable<'kept' | 'memoryOnly'>
  plans(): readonly PlanRow[]
  plan(planId: PlanId): PlanRow | null
  putPlan(row: PlanRow): void
  patchPlan(planId: PlanId, patch: Partial<Omit<PlanRow, 'planId'>>): void
  /** Takes its links and secrets along. */
  dropPlan(planId: PlanId): void
  links(planId: PlanId): readonly LinkRow[]
  putLink(row: LinkRow): void
  patchLink(row: LinkRow, patch: Partial<Omit<LinkRow, 'planId' | 'capability'>>): void
  dropLink(row: LinkRow): void
  secrets(planId: PlanId): readonly SecretRow[]
  putSecret(row: SecretRow): void
  dropSecret(planId: PlanId, grantId: string): void
  setting(key: string): unknown
  putSetting(key: string, value: unknown): void
  dropSetting(key: string): void
  /** After every change, of this tab or of another one. */
  subscribe(listener: () => void): () => void
  /** Tells the other tabs that something else of the device changed. */
  tellTabs(): void
  /** Resolves when all that is due was written, or could not be. */
  flush(): Promise<void>
  close(): void
}

type TableName = 'plans' | 'links' | 'secrets' | 'settings'
type Row = PlanRow | LinkRow | SecretRow | SettingRow
type Key = string | readonly [string, string]

interface Due {
  readonly table: TableName
  readonly key: Key
  /** A whole row, some fields of one, or null for one that is gone. */
  readonly put: Row | null
  readonly patch: object | null
}

const RETRY_MS = 60_000
const TABLES = ['plans', 'links', 'secrets', 'settings'] as const
const PARSERS = { plans: parsePlanRow, links: parseLinkRow, secrets: parseSecretRow, settings: parseSettingRow }

export interface DeviceRowsOptions {
  readonly database: Database
  readonly timers: Timers
  readonly openChannel: (name: string, hear: (word: TabWord) => void) => TabChannel
}

export async function openDeviceRows({ database, timers, openChannel }: DeviceRowsOptions): Promise<DeviceRows> {
  const storage = cell<'kept' | 'memoryOnly'>('kept')
  const plans = new Map<string, PlanRow>()
  const links = new Map<string, LinkRow>()
  const secrets = new Map<string, SecretRow>()
  const settings = new Map<string, SettingRow>()
  const memory: Record<TableName, Map<string, Row>> = { plans, links, secrets, settings } as Record<
    TableName,
    Map<string, Row>
  >
  /** Asked for with every change of anything, so looked for once: the answer is the same list until one of it changes. */
  const linksOf = new Map<string, readonly LinkRow[]>()
  const listeners = new Set<() => void>()
  let due = new Map<string, Due>()
  let writing: Promise<void> | null = null
  let hasRead = false
  let closed = false
  let cancelRetry = () => {}

  const channel = openChannel('milepost:device', () => void reload())

  function tell(): void {
    const told = [...listeners]
    for (const listener of told) listener()
  }

  const tableOf = (name: TableName) => database.dexie().table(name) as Table<unknown, unknown>

  async function reload(): Promise<void> {
    try {
      if (!(await database.ready())) throw new Error('no storage')
      const read = await database
        .dexie()
        .transaction('r', TABLES, () => Promise.all(TABLES.map((name) => tableOf(name).toArray())))
      linksOf.clear()
      for (const [at, name] of TABLES.entries()) {
        const found = (read[at] ?? []).flatMap((row): readonly Row[] => {
          const parsed = PARSERS[name](row)
          return parsed === null ? [] : [parsed]
        })
        memory[name].clear()
        for (const row of found) memory[name].set(textOf(keyOf(name, row)), row)
      }
      hasRead = true
      // What this tab has not written yet stands above what lies there.
      for (const each of due.values()) apply(each)
      storage.set('kept')
      tell()
    } catch {
      fail()
    }
  }

  function apply({ table, key, put, patch }: Due): void {
    const rows = memory[table]
    const name = textOf(key)
    if (table === 'links') linksOf.delete(String(key[0]))
    const before = put ?? rows.get(name)
    if (put === null && patch === null) rows.delete(name)
    else if (before !== undefined) rows.set(name, { ...before, ...patch } as Row)
  }

  function change(next: Due): void {
    apply(next)
    const name = `${next.table}/${textOf(next.key)}`
    const before = due.get(name)
    due.set(name, before === undefined ? next : joined(before, next))
    tell()
    void write()
  }

  function write(): Promise<void> {
    writing ??= writeDue().finally(() => (writing = null))
    return writing
  }

  async function writeDue(): Promise<void> {
    while (due.size > 0) {
      const batch = due
      due = new Map()
      try {
        if (!(await database.ready())) throw new Error('no storage')
        await database.dexie().transaction('rw', TABLES, () => Promise.all([...batch.values()].map(writeOne)))
        if (!hasRead) await reload()
        storage.set('kept')
        channel.send('rows')
      } catch {
        for (const [name, newer] of due) {
          const older = batch.get(name)
          batch.set(name, older === undefined ? newer : joined(older, newer))
        }
        due = batch
        return fail()
      }
    }
  }

  async function writeOne({ table, key, put, patch }: Due): Promise<unknown> {
    if (put === null && patch === null) return tableOf(table).delete(key)
    if (put !== null) return tableOf(table).put({ ...put, ...patch })
    return tableOf(table).update(key, patch as object)
  }

  function fail(): void {
    if (database.connection() === null) storage.set('memoryOnly')
    cancelRetry()
    if (closed) return
    cancelRetry = timers.after(RETRY_MS, () => void (hasRead ? write() : reload().then(write)))
  }

  const ofPlan = <T extends LinkRow | SecretRow>(rows: ReadonlyMap<string, T>, planId: PlanId): readonly T[] =>
    [...rows.values()].filter((row) => row.planId === planId)
  await reload()

  return {
    storage,
    plans: () => [...plans.values()],
    plan: (planId) => plans.get(planId) ?? null,
    putPlan: (row) => change({ table: 'plans', key: row.planId, put: row, patch: null }),
    patchPlan(planId, patch) {
      if (isNews(plans.get(planId), patch)) change({ table: 'plans', key: planId, put: null, patch })
    },
    dropPlan(planId) {
      for (const row of ofPlan(links, planId))
        change({ table: 'links', key: keyOf('links', row), put: null, patch: null })
      for (const row of ofPlan(secrets, planId))
        change({ table: 'secrets', key: keyOf('secrets', row), put: null, patch: null })
      change({ table: 'plans', key: planId, put: null, patch: null })
    },
    links(planId) {
      const found = linksOf.get(planId) ?? ofPlan(links, planId)
      linksOf.set(planId, found)
      return found
    },
    putLink: (row) => change({ table: 'links', key: keyOf('links', row), put: row, patch: null }),
    patchLink(row, patch) {
      const key = keyOf('links', row)
      if (isNews(links.get(textOf(key)), patch)) change({ table: 'links', key, put: null, patch })
    },
    dropLink: (row) => change({ table: 'links', key: keyOf('links', row), put: null, patch: null }),
    secrets: (planId) => ofPlan(secrets, planId),
    putSecret: (row) => change({ table: 'secrets', key: keyOf('secrets', row), put: row, patch: null }),
    dropSecret: (planId, grantId) => change({ table: 'secrets', key: [planId, grantId], put: null, patch: null }),
    setting: (key) => settings.get(key)?.value,
    putSetting: (key, value) => change({ table: 'settings', key, put: { key, value }, patch: null }),
    dropSetting: (key) => change({ table: 'settings', key, put: null, patch: null }),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tellTabs: () => channel.send('rows'),
    flush: write,
    close() {
      closed = true
      cancelRetry()
      channel.close()
    },
  }
}

/** What a relay says again and again is mostly what is known: then no disk is written, and no screen and no other tab is told. */
function isNews<T extends object>(row: T | undefined, patch: Partial<T>): boolean {
  return row !== undefined && Object.entries(patch).some(([field, value]) => row[field as keyof T] !== value)
}

/** What is left to do when both are: fields change the row under them, everything else replaces it. */
function joined(older: Due, newer: Due): Due {
  const isPatch = newer.put === null && newer.patch !== null
  const wasDropped = older.put === null && older.patch === null
  if (!isPatch) return newer
  return wasDropped ? older : { ...older, patch: { ...older.patch, ...newer.patch } }
}

function keyOf(table: TableName, row: Row): Key {
  switch (table) {
    case 'plans':
      return (row as PlanRow).planId
    case 'links':
      return [(row as LinkRow).planId, (row as LinkRow).capability]
    case 'secrets':
      return [(row as SecretRow).planId, (row as SecretRow).grantId]
    case 'settings':
      return (row as SettingRow).key
  }
}

function textOf(key: Key): string {
  return typeof key === 'string' ? key : key.join('/')
}
