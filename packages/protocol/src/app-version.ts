// Versions of the conversation, not of the product: raised when the app writes something older apps or relays misread.

/** What this app says it speaks (`v` in the socket's query). */
export const APP_VERSION = 1

/** What the relay still admits; a client that sends no `v` (a stock one) is admitted too. */
export const LEAST_APP_VERSION = 1
