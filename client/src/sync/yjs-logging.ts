// What stands in for lib0's logging in the built app: Yjs warns with it and does nothing else, and the real one brings a
// library of schemas along.
export function warn(...args: readonly unknown[]): void {
  // oxlint-disable-next-line no-console -- a warning of Yjs is for whoever writes code
  console.warn(...args)
}

/** Yjs's own ways to look at a document while one writes code. */
export const print: typeof warn = warn
export const [BOLD, UNBOLD, ORANGE, RED] = ['', '', '', '']
