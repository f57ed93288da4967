// Everything this browser profile keeps of the app, as one text: every row of every database and every setting. For what must
// be there, and for what must be gone.
import type { Page } from '@playwright/test'

/** Bytes are read as text, so words inside a stored document are found too. */
export async function keptOnDisk(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('the database does not answer')))
      })
    const text = (_key: string, value: unknown): unknown =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder().decode(value instanceof ArrayBuffer ? value : value.buffer)
        : value
    const kept: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const database = await done(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        kept.push(JSON.stringify(await done(database.transaction(store).objectStore(store).getAll()), text))
      }
      database.close()
    }
    return kept.join('\n')
  })
}
