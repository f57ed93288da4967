// The one word between page and service worker: a person has asked for the new version.
export const TAKE_OVER = 'take-over'
