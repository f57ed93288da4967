// The files in the relay's folder, and the lock that says whose it is.
//
// A second, empty SQLite file is held locked for as long as somebody works on the folder, so that two relays never write
// one database and nothing is restored under a running one; the kernel lets go of it however the process ends.
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export interface DataFiles {
  readonly database: string
  readonly lock: string
  /** There only while a restore puts it in the database's place. */
  readonly restoring: string
}

export function dataFiles(dataDir: string): DataFiles {
  return {
    database: join(dataDir, 'milepost.sqlite'),
    lock: join(dataDir, 'milepost.lock'),
    restoring: join(dataDir, 'milepost.restoring'),
  }
}

/** Held until it is closed. */
export function takeLock(path: string): DatabaseSync | 'in-use' | 'not-writable' {
  let file: DatabaseSync
  try {
    file = new DatabaseSync(path, { timeout: 0 })
  } catch {
    return 'not-writable'
  }
  try {
    file.exec('BEGIN EXCLUSIVE')
    return file
  } catch (error) {
    file.close()
    const isBusy = error instanceof Error && 'errcode' in error && error.errcode === 5
    return isBusy ? 'in-use' : 'not-writable'
  }
}

/** What a folder or file holds is on disk when this returns. */
export function syncToDisk(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
