/**
 * The wall behind the gate. The plan's own writes ask `mayChange` and answer 'not-allowed'; an editor's binding, an undo manager
 * or a stray line of code does not ask. Such a transaction is thrown out here BEFORE it runs, so a document without the right to
 * write never holds a change that nobody else has.
 *
 * One local transaction passes: Yjs tidies up formatting after other people's changes, in a transaction of its own behind theirs.
 */
import type * as Y from 'yjs'

export class ReadOnlyPlanError extends Error {
  override readonly name = 'ReadOnlyPlanError'
}

/** Must be called before anybody else listens to the document. */
export function guardWrites(ydoc: Y.Doc, mayChange: () => boolean): void {
  ydoc.on('beforeTransaction', (transaction) => {
    if (!transaction.local || mayChange() || isTidying(ydoc, transaction)) return
    // Yjs has announced the transaction and not begun it; unless it is taken back, the document would stay inside it for ever.
    ydoc._transactionCleanups.pop()
    ydoc._transaction = null
    throw new ReadOnlyPlanError('This plan may not be changed with the link that is kept here')
  })
}

/** Yjs's own tidying: unsigned, and behind a transaction that is being finished. */
export function isTidying(ydoc: Y.Doc, transaction: Y.Transaction): boolean {
  return transaction.origin === null && ydoc._transactionCleanups.length > 1
}
