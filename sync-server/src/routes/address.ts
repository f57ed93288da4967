// Where a call comes from: the socket's other end, or what trusted proxies say of it (`auth/client-address.ts`).
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { clientAddress } from '../auth/client-address.ts'

export function addressOf(context: Context, trustedProxies: number): string {
  return clientAddress(peerOf(context), context.req.header('x-forwarded-for'), trustedProxies)
}

function peerOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? ''
  } catch {
    // No socket: the app was called by a test.
    return ''
  }
}
