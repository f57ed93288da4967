// Serves the built app: one page for every address people open, files with a hash in their name for ever, the rest asked
// for again each time.
//
// Ready-made `.br` and `.gz` files are sent where they lie beside the file: nothing is compressed while somebody waits.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { Hono, type Context } from 'hono'
import { apiError } from './api-error.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const
/** The addresses of the app's pages. */
const PAGE = /^\/(new|templates(\/[^/]+)?|p\/[^/]+)?\/?$/
/** Of the light page for readers, which is an entry of its own. */
const READING_PAGE = /^\/v\/[^/]+\/?$/
/** Plain names only: no dots at the start of a part, so nothing outside the folder and nothing hidden. */
const FILE = /^(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/
const HASHED = /^\/assets\//

export function clientFiles(dir: string): Hono {
  const app = new Hono()

  app.get('*', async (context) => {
    const { path } = context.req
    if (READING_PAGE.test(path)) return page(context, 200, '/v.html')
    if (PAGE.test(path)) return page(context, 200)
    const file = FILE.test(path) ? await send(context, path, 200) : null
    if (file !== null) return file
    // A page nobody knows is the app's to explain; a file nobody has is just not there.
    if (extname(path) === '' && context.req.header('accept')?.includes('text/html')) return page(context, 404)
    throw apiError('not-found', 'Not found.')
  })

  async function page(context: Context, status: 200 | 404, file = '/index.html'): Promise<Response> {
    const answer = await send(context, file, status)
    if (answer !== null) return answer
    return context.text('The relay is running. The app is not built: run the build, then reload.\n', 404)
  }

  async function send(context: Context, path: string, status: 200 | 404): Promise<Response | null> {
    const type = TYPES[extname(path)]
    const found = type === undefined ? null : await bestOf(join(dir, path), context.req.header('accept-encoding') ?? '')
    if (type === undefined || found === null) return null
    const etag = `"${found.size.toString(16)}-${Math.floor(found.mtimeMs).toString(16)}${found.encoding ?? ''}"`
    const headers = new Headers({
      'Content-Type': type,
      'Cache-Control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: etag,
      Vary: 'Accept-Encoding',
    })
    if (context.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
    if (found.encoding !== null) headers.set('Content-Encoding', found.encoding)
    headers.set('Content-Length', String(found.size))
    const body = context.req.method === 'HEAD' ? null : (Readable.toWeb(createReadStream(found.file)) as ReadableStream)
    return new Response(body, { status, headers })
  }

  return app
}

interface Found {
  readonly file: string
  readonly encoding: string | null
  readonly size: number
  readonly mtimeMs: number
}

async function bestOf(file: string, accepted: string): Promise<Found | null> {
  for (const [encoding, ending] of ENCODINGS) {
    if (!accepted.includes(encoding)) continue
    const found = await fileAt(file + ending, encoding)
    if (found !== null) return found
  }
  return fileAt(file, null)
}

async function fileAt(file: string, encoding: string | null): Promise<Found | null> {
  try {
    const { size, mtimeMs, ...rest } = await stat(file)
    return (rest.mode & 0o170000) === 0o100000 ? { file, encoding, size, mtimeMs } : null
  } catch {
    return null
  }
}
