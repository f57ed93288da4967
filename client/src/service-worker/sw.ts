// The service worker: after one visit the app opens without any network, by deep link too.
//
// It keeps the whole app of one version (every chunk, the editor's included) and answers navigations with its page. Plans
// are not its business: they lie in the device's own storage. A new version waits until a person takes it, so that an open
// page never loses the chunks it was built with.
/// <reference lib="webworker" />
import { cacheNames } from 'workbox-core'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { CLAIM, TAKE_OVER } from './messages.ts'

declare const self: ServiceWorkerGlobalScope

cleanupOutdatedCaches()
precacheAndRoute(self.__WB_MANIFEST)

/** Files that are named for their content need no question: a browser that can takes them from the cache without waking us. */
interface RouterEvent extends ExtendableEvent {
  addRoutes?(rule: {
    readonly condition: { readonly urlPattern: string }
    readonly source: { readonly cacheName: string }
  }): Promise<void>
}
self.addEventListener('install', (event: RouterEvent) => {
  event.addRoutes?.({ condition: { urlPattern: '/assets/*' }, source: { cacheName: cacheNames.precache } })
})

/** What the relay answers is never the app's page. */
const RELAY = [/^\/api\//, /^\/sync\//, /^\/healthz$/, /^\/readyz$/, /^\/metrics$/]
/** The light page for readers, whatever a mail program hung on behind its address; what is asked first answers. */
registerRoute(new NavigationRoute(createHandlerBoundToURL('/v.html'), { allowlist: [/^\/v\/[^/?]+\/?(\?|$)/] }))
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: RELAY }))

self.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) void self.skipWaiting()
  // Chunks that a page loads later come from here at once, and it knows that it would open offline.
  if (event.data === CLAIM) event.waitUntil(self.clients.claim())
})
