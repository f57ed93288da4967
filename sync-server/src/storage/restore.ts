// Puts a backup in the place of the relay's file. The relay must be stopped; what was there is kept beside it.
//
// The backup is copied, brought to this version and read from end to end before anything is touched. Epochs stay: devices
// hold the same changes under the same names, so they send what the backup lacks and nothing is doubled. For a while
// others' changes are taken from whoever still has them (`heals_until`). Links are another matter: nobody would send a
// revocation again, so what the file in place says about links goes with the restored plans unless asked not to.
import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { LIMITS } from '@milepost/protocol'
import { dataFiles, syncToDisk, takeLock, type DataFiles } from './data-folder.ts'
import { carryLinks } from './carry-links.ts'
import { migrate } from './sqlite-schema.ts'
import { isFileProblem, verifyFile, type FileFacts, type FileProblem } from './verify-file.ts'

export interface RestoreOptions {
  readonly dataDir: string
  readonly backup: string
  readonly now: number
  /** Links as the backup has them: what was revoked since is good again. */
  readonly hasOldLinks: boolean
}

export interface Restored extends FileFacts {
  /** Where what was there before lies now; null where there was nothing. */
  readonly aside: string | null
  /** Links taken from the file in place; `unreadable`: it could not be read, so they are as in the backup. */
  readonly links: number | 'unreadable' | 'as-in-backup'
}

export type RestoreProblem = FileProblem | 'no-backup' | 'in-use' | 'not-writable'

export function restoreBackup(options: RestoreOptions): Restored | RestoreProblem {
  const files = dataFiles(options.dataDir)
  if (!existsSync(options.backup)) return 'no-backup'
  try {
    mkdirSync(options.dataDir, { recursive: true })
  } catch {
    return 'not-writable'
  }
  const lock = takeLock(files.lock)
  if (typeof lock === 'string') return lock
  try {
    return restoreUnderLock(files, options)
  } catch {
    return 'not-writable'
  } finally {
    lock.close()
  }
}

function restoreUnderLock(files: DataFiles, options: RestoreOptions): Restored | RestoreProblem {
  const part = `${files.restoring}.part`
  removeWithCompanions(part)
  const facts = prepare(part, options)
  if (isFileProblem(facts)) {
    removeWithCompanions(part)
    return facts
  }
  // One that was cut short has taken the links along already, and the old file may lack its newest changes.
  const current = existsSync(files.restoring) ? files.restoring : files.database
  const links = options.hasOldLinks ? 'as-in-backup' : carryLinks(current, part)
  syncToDisk(part)
  return { ...facts, links, aside: putInPlace(files, part, options) }
}

/** A copy to work on: the backup itself is only ever read. */
function prepare(part: string, { backup, now }: RestoreOptions): FileFacts | FileProblem {
  copyFileSync(backup, part)
  // A folder that was copied whole has the newest changes in this one.
  if (existsSync(`${backup}-wal`)) copyFileSync(`${backup}-wal`, `${part}-wal`)
  const copy = new DatabaseSync(part)
  try {
    const facts = verifyFile(copy)
    if (isFileProblem(facts)) return facts
    const outcome = migrate(copy)
    if (outcome !== 'ready') return outcome
    copy.prepare(`INSERT OR REPLACE INTO settings (name, value) VALUES ('heals_until', ?)`).run(now + LIMITS.healMs)
    copy.exec('PRAGMA journal_mode = DELETE')
    return facts
  } finally {
    copy.close()
  }
}

/**
 * While `milepost.restoring` lies in the folder no relay starts there: what lies under the database's name is then the
 * old file without its newest changes. A restore that was cut short is simply done again.
 */
function putInPlace(files: DataFiles, part: string, { dataDir, now }: RestoreOptions): string | null {
  renameSync(part, files.restoring)
  syncToDisk(dataDir)
  const aside = existsSync(files.database) ? keepAside(files.database, now) : null
  syncToDisk(dataDir)
  for (const end of ['-wal', '-shm']) rmSync(files.database + end, { force: true })
  syncToDisk(dataDir)
  renameSync(files.restoring, files.database)
  syncToDisk(dataDir)
  return aside
}

/** A second name for the same bytes, with what belongs to them. */
function keepAside(database: string, now: number): string {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
  const nameFor = (more: string) => database.replace(/\.sqlite$/, `.before-restore-${stamp}${more}.sqlite`)
  let aside = nameFor('')
  for (let count = 2; existsSync(aside); count++) aside = nameFor(`-${count}`)
  for (const end of ['', '-wal']) {
    if (!existsSync(database + end)) continue
    try {
      linkSync(database + end, aside + end)
    } catch {
      // A file system without links: a copy is as good, only slower.
      copyFileSync(database + end, aside + end)
    }
    syncToDisk(aside + end)
  }
  return aside
}

function removeWithCompanions(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
}
