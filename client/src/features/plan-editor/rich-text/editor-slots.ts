/**
 * How many rich-text editors may live on a page at once. An editor costs memory and time on every remote change, and
 * one that is not mounted cannot harm text it does not understand; so only the last three that were used stay alive,
 * and the longest unused one is asked to turn back into static text.
 */
export const MOST_EDITORS = 3

export interface EditorSlots {
  /** Takes a place for an editor; `close` is called when the place is needed for another one. Returns how to give it back. */
  take(close: () => void): EditorSlot
  readonly taken: number
}

export interface EditorSlot {
  /** Says that this one was used just now. */
  touch(): void
  release(): void
}

export function editorSlots(most: number = MOST_EDITORS): EditorSlots {
  const open: { close: () => void }[] = []
  const remove = (entry: { close: () => void }) => {
    const at = open.indexOf(entry)
    if (at >= 0) open.splice(at, 1)
  }
  return {
    take(close) {
      const entry = { close }
      while (open.length >= most) open.shift()?.close()
      open.push(entry)
      return {
        touch() {
          if (!open.includes(entry)) return
          remove(entry)
          open.push(entry)
        },
        release: () => remove(entry),
      }
    },
    get taken() {
      return open.length
    },
  }
}
