// A disk that works when the simulation says so, fails when it says so, and loses what nobody waited for in a crash.
//
// Calls take effect in their order. In a crash a part of what was under way is written without anybody being told.
import { memoryStorage } from '../../src/storage/memory-storage.ts'
import type { Storage } from '../../src/storage/storage.ts'
import type { Chance } from './seeded.ts'

type Fate = 'done' | 'failed before' | 'failed after'

interface Job {
  readonly isWrite: boolean
  readonly run: () => Promise<unknown>
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

export interface SimDisk {
  /** As one run of the relay sees it; after a crash another one is made. */
  storage(): Storage
  readonly waiting: number
  /** Does the next thing; some fail where `faults` is on. */
  step(faults: boolean): Promise<void>
  crash(): Promise<void>
  /** What lies there, whatever is under way. */
  readonly inner: Storage
}

export function simDisk(chance: Chance): SimDisk {
  const inner = memoryStorage()
  let jobs: Job[] = []

  function queued<Result>(isWrite: boolean, run: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => jobs.push({ isWrite, run, resolve, reject }))
  }

  function fateOf(job: Job, faults: boolean): Fate {
    if (!faults || !chance.is(0.06)) return 'done'
    return job.isWrite && chance.is(0.5) ? 'failed after' : 'failed before'
  }

  return {
    inner,
    get waiting() {
      return jobs.length
    },
    storage: () => ({
      ...inner,
      append: (batch) => queued(true, () => inner.append(batch)),
      compact: (...args) => queued(true, () => inner.compact(...args)),
      readRoom: (room) => queued(false, () => inner.readRoom(room)),
    }),
    async step(faults) {
      const job = jobs.shift()
      if (job === undefined) return
      const fate = fateOf(job, faults)
      if (fate === 'failed before') return job.reject(new Error('storage: disk I/O error'))
      const value = await job.run()
      if (fate === 'done') job.resolve(value as never)
      else job.reject(new Error('storage: fsync failed'))
    },
    async crash() {
      const left = jobs
      jobs = []
      for (const { run, isWrite } of left.slice(0, chance.below(left.length + 1))) if (isWrite) await run()
    },
  }
}
