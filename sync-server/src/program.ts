// The program: settings from the environment, one relay, one line when it runs, one line when it cannot.
import { isConfigProblem, isLoopback, readConfig, type Config } from './config.ts'
import { jsonLog, reasonOf, type Log } from './log.ts'
import { createMetrics, watchProcess } from './metrics.ts'
import { startRelay, type StartFailure } from './relay.ts'
import { unknownSettings } from './settings.ts'
import type { StartProblem } from './storage/sqlite-messages.ts'
import { isStartProblem, openSqliteStorage } from './storage/sqlite-storage.ts'

/** `root`: the folder of the whole house, where the built app lies. */
export async function runProgram(root: string): Promise<void> {
  const config = readConfig(process.env, root)
  if (isConfigProblem(config)) return fail(config.problem)
  const storage = await openSqliteStorage({ dataDir: config.dataDir })
  if (isStartProblem(storage)) return fail(storageProblem(storage, config))
  const log = jsonLog(config.logLevel)
  const relay = await startRelay(config, { storage, log, metrics: watchProcess(createMetrics()) })
  if ('problem' in relay) {
    await storage.close()
    return fail(portProblem(relay, config))
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      relay.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error('stopped, but not everything could be closed', { reason: reasonOf(error) })
          process.exit(1)
        },
      )
    })
  }
  warnOf(config, log)
  log.info('running', { port: relay.port })
  process.stdout.write(`Milepost is running at http://${hostToShow(config.host)}:${relay.port}\n`)
}

/** What works and is probably not meant. */
function warnOf({ host, createToken }: Config, log: Log): void {
  if (!isLoopback(host) && createToken === null) {
    log.warn('Anybody who reaches this machine can create plans. Set MILEPOST_CREATE_TOKEN to change that.')
  }
  for (const setting of unknownSettings(process.env)) log.warn('There is no such setting.', { setting })
}

function fail(problem: string): void {
  process.stderr.write(`Milepost cannot start: ${problem}\n`)
  process.exitCode = 1
}

function storageProblem(problem: StartProblem, { dataDir }: Config): string {
  switch (problem) {
    case 'not-writable':
      return `the folder "${dataDir}" cannot be written. Set MILEPOST_DATA to one that can.`
    case 'not-a-database':
      return `"${dataDir}/milepost.sqlite" is not a database, or is damaged. Put a backup in its place.`
    case 'foreign':
      return `"${dataDir}/milepost.sqlite" belongs to another program. Set MILEPOST_DATA to another folder.`
    case 'newer':
      return `"${dataDir}/milepost.sqlite" was written by a newer Milepost. Update this one.`
    case 'restore-unfinished':
      return `a backup was being put into "${dataDir}" and that was cut short. Run npm run restore again.`
    case 'in-use':
      return `another Milepost is using the folder "${dataDir}". Stop it, or set MILEPOST_DATA to another folder.`
  }
}

function portProblem({ problem }: StartFailure, { port, host }: Config): string {
  switch (problem) {
    case 'port-taken':
      return `port ${port} is taken. Stop what uses it, or set PORT to another one.`
    case 'port-forbidden':
      return `port ${port} may not be used. Set PORT to one above 1023.`
    case 'address-unknown':
      return `HOST "${host}" is no address of this machine.`
  }
}

function hostToShow(host: string): string {
  if (isLoopback(host) || host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
