/** Timers that only a test moves on. */
import type { Timers } from '../timers.ts'

export interface ManualTimers extends Timers {
  /** Lets this much time pass, running what is due, in order. */
  pass(ms: number): void
  waiting(): number
}

export function manualTimers(): ManualTimers {
  let now = 0
  const tasks = new Set<{ readonly at: number; readonly task: () => void }>()
  return {
    after(ms, task) {
      const entry = { at: now + ms, task }
      tasks.add(entry)
      return () => void tasks.delete(entry)
    },
    pass(ms) {
      const end = now + ms
      for (;;) {
        const due = [...tasks].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
        if (due === undefined) break
        tasks.delete(due)
        now = Math.max(now, due.at)
        due.task()
      }
      now = end
    },
    waiting: () => tasks.size,
  }
}
