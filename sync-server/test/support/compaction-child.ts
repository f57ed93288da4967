// A process that writes and compacts without pause and says what is on disk, one line each, until it is killed; or until it
// kills itself in front of a certain statement of its third compaction, which leaves what a kill at that moment leaves.
import { StatementSync } from 'node:sqlite'
import { parseRoom, roomOf } from '@milepost/protocol'
import { Chain } from '../../src/rooms/chain.ts'
import { collectVerified } from '../../src/rooms/collection.ts'
import { mergeVerified } from '../../src/rooms/compaction.ts'
import { directMerger } from '../../src/rooms/testing/direct-merger.ts'
import { SqliteEngine, isOpenProblem } from '../../src/storage/sqlite-engine.ts'
import { readWhole } from '../../src/storage/testing/read-whole.ts'
import { PLAN, change } from '../../src/storage/testing/storage-contract.ts'
import { keystrokes } from './updates.ts'

const [path = '', clientId = '1', step = '0'] = process.argv.slice(2)
const id = parseRoom(roomOf(PLAN))
const engine = SqliteEngine.open({ path })
if (isOpenProblem(engine) || id === null) throw new Error(String(engine))

const say = (line: string) => process.stdout.write(`${line}\n`)
const chainOf = () => new Chain(readWhole(engine, id.name), directMerger())

let compactions = 0

/** Before its nth statement from now on this process is no more. */
function dieBefore(n: number): void {
  let left = n
  for (const method of ['run', 'get', 'all'] as const) {
    const original = StatementSync.prototype[method] as (...args: unknown[]) => unknown
    Object.defineProperty(StatementSync.prototype, method, {
      value(this: StatementSync, ...args: unknown[]) {
        if (--left === 0) process.kill(process.pid, 'SIGKILL')
        return original.apply(this, args)
      },
    })
  }
}

for (const [at, update] of keystrokes('x'.repeat(5_000), Number(clientId)).entries()) {
  engine.append([change([...update])])
  say(`kept ${at + 1}`)
  if (at % 8 !== 7) continue
  const isCollection = at % 64 === 63
  const plan = isCollection ? chainOf().planCollection() : chainOf().planCompaction()
  const merged = plan && (isCollection ? collectVerified(plan.updates) : mergeVerified(plan.updates))
  if (plan === null || merged === null || typeof merged === 'string') throw new Error(`nothing to compact: ${merged}`)
  say('compacting')
  if (++compactions === 3 && Number(step) > 0) dieBefore(Number(step))
  const done = engine.compact(id.name, { ...plan, ...merged }, { at: at * 1_000, isCollection })
  if (isCollection) engine.forgetReplaced(at * 1_000 - 100_000)
  say(done)
}
