/** A file from this device as sheets: read in a worker that is ended when it is done, or when it takes too long. */
import { FILE_LIMIT, type Book } from './book.ts'

/** Far more than any sheet that fits into a plan needs. */
const PATIENCE = 20_000

export async function openFile(file: File): Promise<Book> {
  if (file.size > FILE_LIMIT) return { problem: 'too-big' }
  try {
    return await read(new Uint8Array(await file.arrayBuffer()))
  } catch {
    // The file went away, or the worker ran out of memory.
    return { problem: 'damaged' }
  }
}

function read(bytes: Uint8Array): Promise<Book> {
  const worker = new Worker(new URL('./book.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Book>((resolve, reject) => {
    const tired = setTimeout(() => resolve({ problem: 'too-slow' }), PATIENCE)
    worker.addEventListener('message', ({ data }: MessageEvent<Book>) => {
      clearTimeout(tired)
      resolve(data)
    })
    worker.addEventListener('error', reject)
    worker.postMessage(bytes, [bytes.buffer])
  }).finally(() => worker.terminate())
}
