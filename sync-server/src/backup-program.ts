// `npm run backup -- <file>` and `npm run restore -- <file> [--old-links]`: one line when it is done, one when it cannot be.
import { isAbsolute, join } from 'node:path'
import { isConfigProblem, readConfig } from './config.ts'
import { writeBackup, type BackupProblem } from './storage/backup.ts'
import { restoreBackup, type Restored, type RestoreProblem } from './storage/restore.ts'

const USAGE = 'Say which file: npm run backup -- <file>, or npm run restore -- <file> [--old-links].'

/** `folder`: where relative names begin. Resolves to the exit code. */
export async function runBackupProgram(root: string, folder: string, args: readonly string[]): Promise<number> {
  const [what, ...rest] = args
  const flags = rest.filter((arg) => arg.startsWith('--'))
  const [name, ...more] = rest.filter((arg) => !arg.startsWith('--'))
  const known = what === 'restore' ? ['--old-links'] : []
  if (name === undefined || more.length > 0 || flags.some((flag) => !known.includes(flag))) return fail(USAGE)
  const config = readConfig(process.env, root)
  if (isConfigProblem(config)) return fail(config.problem)
  const file = isAbsolute(name) ? name : join(folder, name)
  if (what === 'backup') return reportBackup(await writeBackup(config.dataDir, file), file, config.dataDir)
  if (what !== 'restore') return fail(USAGE)
  const hasOldLinks = flags.includes('--old-links')
  const restored = restoreBackup({ dataDir: config.dataDir, backup: file, now: Date.now(), hasOldLinks })
  return reportRestore(restored, file, config.dataDir)
}

function reportBackup(done: Awaited<ReturnType<typeof writeBackup>>, file: string, dataDir: string): number {
  if (typeof done === 'string') return fail(backupProblem(done, file, dataDir))
  return say(`${file}: ${done.plans} plans, ${done.changes} changes, read again and found whole.`)
}

function backupProblem(problem: BackupProblem, file: string, dataDir: string): string {
  switch (problem) {
    case 'no-database':
      return `there is no milepost.sqlite in "${dataDir}". Set MILEPOST_DATA to the relay's folder.`
    case 'target-exists':
      return `"${file}" is there already, and no backup is written over. Choose another name.`
    case 'not-writable':
      return `"${file}" could not be written. Is there room, and may it be written there?`
    case 'foreign':
      return `"${dataDir}/milepost.sqlite" belongs to another program.`
    case 'newer':
      return `"${dataDir}/milepost.sqlite" was written by a newer Milepost. Update this one.`
    case 'damaged':
      return `"${dataDir}/milepost.sqlite" is damaged, so no backup was made of it. Keep the older ones.`
  }
}

function reportRestore(done: Restored | RestoreProblem, file: string, dataDir: string): number {
  if (typeof done === 'string') return fail(restoreProblem(done, file, dataDir))
  const aside = done.aside === null ? '' : ` What was there lies in ${done.aside}.`
  return say(`${dataDir}: ${done.plans} plans, ${done.changes} changes restored. ${linksSentence(done)}${aside}`)
}

function linksSentence({ links }: Restored): string {
  if (links === 'as-in-backup') return 'Links are as in the backup: whatever was revoked since is good again.'
  if (links === 'unreadable') {
    return 'The old file could not be read, so links are as in the backup: whatever was revoked since is good again.'
  }
  return links === 0 ? 'Links had not changed since.' : `${links} links made or changed since were kept.`
}

function restoreProblem(problem: RestoreProblem, file: string, dataDir: string): string {
  switch (problem) {
    case 'no-backup':
      return `there is no file "${file}".`
    case 'in-use':
      return `a Milepost is using the folder "${dataDir}". Stop it first.`
    case 'not-writable':
      return `the folder "${dataDir}" cannot be written. Nothing was put in place.`
    case 'foreign':
      return `"${file}" is no backup of Milepost. Nothing was touched.`
    case 'newer':
      return `"${file}" was written by a newer Milepost. Update this one. Nothing was touched.`
    case 'damaged':
      return `"${file}" is damaged. Nothing was touched.`
  }
}

function say(line: string): number {
  process.stdout.write(`${line}\n`)
  return 0
}

function fail(problem: string): number {
  process.stderr.write(`Milepost: ${problem}\n`)
  return 1
}
