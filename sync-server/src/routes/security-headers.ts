// The same strict headers on every answer: the app loads nothing but its own files and talks to relays only.
import type { MiddlewareHandler } from 'hono'

export function contentSecurityPolicy(isLocal: boolean): string {
  // One app may hold plans of several relays, so it may call any over TLS; without TLS only on one's own machine.
  const local = ' http://localhost:* ws://localhost:* http://127.0.0.1:* ws://127.0.0.1:*'
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' https: wss:${isLocal ? local : ''}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export function securityHeaders(isLocal: boolean): MiddlewareHandler {
  const policy = contentSecurityPolicy(isLocal)
  return async (context, next) => {
    await next()
    const { headers } = context.res
    headers.set('Content-Security-Policy', policy)
    headers.set('Referrer-Policy', 'no-referrer')
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  }
}
