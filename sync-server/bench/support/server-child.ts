// A server in a process of its own, so that its processor time is its own: `bare`, `writing` (bare, with a disk), or the
// relay on a folder. Tells its port, and its seconds of processor time whenever asked.
import { freshFolder, sqliteIn, startTestRelay } from '../../test/support/test-relay.ts'
import { startBareServer } from './bare-server.ts'

let stop = async (): Promise<void> => {}

async function start(): Promise<number> {
  if (process.argv[2] === 'bare') return startBareServer(null)
  const { dir, remove } = freshFolder()
  if (process.argv[2] === 'writing') {
    stop = async () => remove()
    return startBareServer(dir)
  }
  const { relay, port } = await startTestRelay({ storage: await sqliteIn(dir) })
  stop = async () => {
    await relay.stop()
    remove()
  }
  return port
}

process.on('message', (question) => {
  if (question === 'stop') return void stop().then(() => process.exit(0))
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuSeconds: (user + system) / 1e6 })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ port: await start() })
