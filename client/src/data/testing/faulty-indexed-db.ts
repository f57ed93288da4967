/**
 * An IndexedDB in memory that fails on order, the ways browsers do: it cannot be opened, a connection is dead, the disk is full,
 * a transaction is aborted. Two "tabs" of a test share one factory.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'

export type WriteFault = 'InvalidStateError' | 'UnknownError' | 'QuotaExceededError' | 'AbortError'

export interface FaultyIndexedDb {
  readonly indexedDB: globalThis.IDBFactory
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange
  /** How often the next openings fail. */
  failOpen(times: number): void
  /** What the next writes to the update log meet, one by one; `always` from then on. */
  failWrites(...faults: readonly WriteFault[]): void
  failAllWrites(fault: WriteFault | null): void
  /** Transactions that wrote to the update log, failed ones included. */
  writes(): number
  openings(): number
}

export function faultyIndexedDb(): FaultyIndexedDb {
  const real = new IDBFactory()
  let failingOpens = 0
  let openings = 0
  let writes = 0
  let next: WriteFault[] = []
  let always: WriteFault | null = null

  const indexedDB = new Proxy(real, {
    get(target, key) {
      if (key !== 'open') return Reflect.get(target, key, target)
      return (name: string, version?: number) => {
        openings += 1
        if (failingOpens > 0) {
          failingOpens -= 1
          throw new DOMException('cannot be opened', 'SecurityError')
        }
        const request = target.open(name, version)
        request.addEventListener('success', () => spoil(request.result as unknown as IDBDatabase))
        return request
      }
    },
  })

  function spoil(connection: IDBDatabase): void {
    const begin = connection.transaction.bind(connection)
    connection.transaction = (stores, mode, options) => {
      const isLogWrite = mode === 'readwrite' && [stores].flat().includes('updates')
      const fault = isLogWrite ? (next.shift() ?? always) : null
      if (isLogWrite) writes += 1
      if (fault === 'InvalidStateError') throw new DOMException('the connection is closing', fault)
      const transaction = begin(stores, mode, options)
      if (fault !== null) {
        transaction.commit = () => (transaction as unknown as { _abort(name: string): void })._abort(fault)
      }
      return transaction
    }
  }

  return {
    indexedDB: indexedDB as unknown as globalThis.IDBFactory,
    IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange,
    failOpen: (times) => void (failingOpens = times),
    failWrites: (...faults) => void (next = [...faults]),
    failAllWrites: (fault) => void (always = fault),
    writes: () => writes,
    openings: () => openings,
  }
}
