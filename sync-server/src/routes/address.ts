// Where a call comes from. Behind a proxy that is the proxy: forwarded addresses are not believed.
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

export function addressOf(context: Context): string {
  try {
    return (getConnInfo(context).remote.address ?? '').replace(/^::ffff:/, '')
  } catch {
    // No socket: the app was called by a test.
    return ''
  }
}
