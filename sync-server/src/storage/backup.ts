// A copy of the relay's file, made while the relay runs: SQLite's online backup, read again from end to end, and under
// its name only when all of it is on disk.
//
// All pages are taken in one step: a backup in many steps begins anew whenever the relay writes in between, and on a busy
// relay it would never end. The relay goes on writing beside it; nothing waits.
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, backup } from 'node:sqlite'
import { dataFiles, syncToDisk } from './data-folder.ts'
import { isFileProblem, verifyFile, type FileFacts, type FileProblem } from './verify-file.ts'

export type BackupProblem = FileProblem | 'no-database' | 'target-exists' | 'not-writable'

const ALL_PAGES = 2 ** 31 - 1

export async function writeBackup(dataDir: string, target: string): Promise<FileFacts | BackupProblem> {
  const { database } = dataFiles(dataDir)
  if (!existsSync(database)) return 'no-database'
  // An older backup is never written over: it may be the only good one.
  if (existsSync(target)) return 'target-exists'
  const part = `${target}.part`
  try {
    rmSync(part, { force: true })
    await copyPages(database, part)
    const verified = verifyCopy(part)
    if (isFileProblem(verified)) return verified
    // It holds whole plans: for its owner only.
    chmodSync(part, 0o600)
    syncToDisk(part)
    renameSync(part, target)
    syncToDisk(dirname(target))
    return verified
  } catch {
    return 'not-writable'
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(part + end, { force: true })
  }
}

async function copyPages(database: string, part: string): Promise<void> {
  const source = new DatabaseSync(database, { readOnly: true, timeout: 5_000 })
  try {
    await backup(source, part, { rate: ALL_PAGES })
  } finally {
    source.close()
  }
}

function verifyCopy(part: string): FileFacts | FileProblem {
  const copy = new DatabaseSync(part)
  try {
    // One file that needs no other beside it.
    copy.exec('PRAGMA journal_mode = DELETE')
    return verifyFile(copy)
  } finally {
    copy.close()
  }
}
