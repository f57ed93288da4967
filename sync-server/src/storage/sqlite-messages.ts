// What passes between the relay's main thread and its storage thread.
import type { OpenProblem, SqliteEngine } from './sqlite-engine.ts'
import type { PackedBatch } from './packed-batch.ts'

/** Calls of the engine that are passed on as they are. */
export type EngineCall =
  | 'createPlan'
  | 'findGrant'
  | 'grantsOf'
  | 'addGrant'
  | 'changeGrants'
  | 'markSeen'
  | 'readRoom'
  | 'compact'
  | 'restoreSegment'
  | 'forgetReplaced'
  | 'contributions'
  | 'authors'
  | 'probe'

export type StorageRequest =
  | { [Call in EngineCall]: { id: number; call: Call; args: Parameters<SqliteEngine[Call]> } }[EngineCall]
  | { readonly id: number; readonly call: 'append'; readonly args: readonly [PackedBatch] }
  | { readonly id: number; readonly call: 'close'; readonly args: readonly [] }

export type StorageReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: string }

export type StartReply = { readonly started: true } | { readonly problem: StartProblem }

export interface StorageThreadData {
  readonly dataDir: string
  readonly maxPages?: number | undefined
}

export type StartProblem = OpenProblem | 'in-use' | 'restore-unfinished'
