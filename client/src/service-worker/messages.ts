// The two words a page says to the service worker.

/** To a version that waits: a person has asked for it. */
export const TAKE_OVER = 'take-over'

/** To the version in charge: the page that says so has no worker yet. */
export const CLAIM = 'claim'
