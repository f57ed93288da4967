// Reads one Yjs update far enough to know that it is one, and what it brings.
//
// The bytes must stand in an ArrayBuffer of their own, at its end: Yjs reads byte strings by their declared length, and in
// a pooled buffer that would reach into the neighbours. What does not decode here is never stored; nothing that decoded
// was ever seen to fail in a client.
import * as Y from 'yjs'
import type { Run } from './runs.ts'

export interface UpdateFacts {
  readonly runs: readonly Run[]
  readonly deletes: boolean
}

export type UpdateProblem = 'not-an-update' | 'wrong-encoding'

export function isUpdateProblem(result: UpdateFacts | UpdateProblem): result is UpdateProblem {
  return typeof result === 'string'
}

/** The empty update `00 00`: legal, and nothing to keep. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}

export function checkUpdate(update: Uint8Array): UpdateFacts | UpdateProblem {
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    return 'not-an-update'
  }
  if (decoded.structs.some(hangsOnItself)) return 'not-an-update'
  const runs = runsOf(decoded.structs)
  if (runs.some(({ to }) => !Number.isSafeInteger(to))) return 'not-an-update'
  if (!areDeletionsInOrder(decoded.ds)) return 'not-an-update'
  const deletes = decoded.ds.clients.size > 0
  // V2 bytes read as V1 decode to nothing at all, without a word: they would be lost in silence.
  if (runs.length === 0 && !deletes && !isEmptyUpdate(update)) return 'wrong-encoding'
  return { runs, deletes }
}

/**
 * A struct that names itself, or a later one of its own client, as its neighbour or parent. It decodes, but throws in every
 * client that takes it in, each time the plan is opened: one such change would close a plan for ever.
 */
function hangsOnItself(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (!(struct instanceof Y.Item)) return false
  const { id, origin, rightOrigin, parent } = struct
  return [origin, rightOrigin, parent].some(
    (other) => other instanceof Y.ID && other.client === id.client && other.clock >= id.clock,
  )
}

/**
 * Deletions as Yjs writes them: ascending, apart from each other, none of no length. Others decode too; but where one lies
 * behind what a client has, the client keeps it for later in a form that knows only these, and then throws over it each
 * time the plan is opened, or deletes something else than everybody else does.
 */
function areDeletionsInOrder({ clients }: ReturnType<typeof Y.decodeUpdate>['ds']): boolean {
  return [...clients.values()].every((items) => {
    let end = 0
    return items.every(({ clock, len }) => {
      const isInOrder = clock >= end && len > 0 && Number.isSafeInteger(clock + len)
      end = clock + len
      return isInOrder
    })
  })
}

/** The structs of a decoded update, neighbours joined, holes left out. */
export function runsOf(structs: readonly (Y.Item | Y.GC | Y.Skip)[]): Run[] {
  const runs: { client: number; from: number; to: number }[] = []
  for (const { id, length, constructor } of structs) {
    if (constructor === Y.Skip) continue
    const last = runs.at(-1)
    if (last?.client === id.client && last.to === id.clock) last.to += length
    else runs.push({ client: id.client, from: id.clock, to: id.clock + length })
  }
  return runs
}
