/** useReadable: the one bridge from the data room's live values to React. */
import { useSyncExternalStore } from 'react'
import type { Readable } from '../data/readable.ts'

export type { Readable } from '../data/readable.ts'

export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(readable.subscribe, readable.get, readable.get)
}
