/** Reads one file away from the page, so that the page stays quick and a file that takes too long can be left. */
import { readBook } from './read-book.ts'

globalThis.addEventListener('message', (event: MessageEvent<unknown>) => {
  const { data } = event
  if (data instanceof Uint8Array) void readBook(data).then((book) => globalThis.postMessage(book))
})
