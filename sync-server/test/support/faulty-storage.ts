// Memory storage that can be told to fail, or to take its time.
import { memoryStorage } from '../../src/storage/memory-storage.ts'
import type { AppendOutcome, Storage } from '../../src/storage/storage.ts'

export interface FaultyStorage extends Storage {
  /** `before`: nothing is written. `after`: it is written, but the answer is an error, as with a failed fsync. */
  failAppends: 'before' | 'after' | null
  failReads: boolean
  failChanges: boolean
  failProbes: boolean
  /** Appends made while it is held wait; `release` lets them through. */
  holdAppends(): () => void
  holdReads(): () => void
  readonly appends: number
}

export function faultyStorage(): FaultyStorage {
  const inner = memoryStorage()
  const gates = { append: Promise.resolve(), read: Promise.resolve() }
  const hold = (which: keyof typeof gates) => {
    let open = () => {}
    gates[which] = new Promise<void>((resolve) => (open = resolve))
    return open
  }
  const faulty: FaultyStorage & { appends: number } = {
    ...inner,
    failAppends: null,
    failReads: false,
    failChanges: false,
    failProbes: false,
    appends: 0,
    holdAppends: () => hold('append'),
    holdReads: () => hold('read'),
    append: async (batch): Promise<readonly AppendOutcome[]> => {
      await gates.append
      if (faulty.failAppends === 'before') throw new Error('storage: disk I/O error')
      const outcomes = await inner.append(batch)
      faulty.appends++
      if (faulty.failAppends === 'after') throw new Error('storage: fsync failed')
      return outcomes
    },
    readRoom: async (room) => {
      await gates.read
      if (faulty.failReads) throw new Error('storage: disk I/O error')
      return inner.readRoom(room)
    },
    changeGrants: async (...args) => {
      if (faulty.failChanges) throw new Error('storage: disk I/O error')
      return inner.changeGrants(...args)
    },
    probe: async () => {
      if (faulty.failProbes) throw new Error('storage: disk I/O error')
    },
  }
  return faulty
}
