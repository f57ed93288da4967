// Finding an entry by its first letters, as menus do everywhere: letters typed quickly are one word, the same letter again
// goes to the next entry that begins with it.

const PAUSE_MS = 700

export interface Typeahead {
  /** Answers the place of the entry, or null. `at` is where one is, `time` the moment of the key. */
  (key: string, labels: readonly string[], at: number, time: number): number | null
  /** Letters came a moment ago: a space belongs to them ("New Z") and presses nothing. */
  isTyping(time: number): boolean
}

export function createTypeahead(): Typeahead {
  let typed = ''
  let last = Number.NEGATIVE_INFINITY
  const find = (key: string, labels: readonly string[], at: number, time: number): number | null => {
    typed = time - last > PAUSE_MS ? key : typed + key
    last = time
    const same = [...typed].every((letter) => letter === typed[0])
    const wanted = (same ? key : typed).toLocaleLowerCase()
    // A word that is still being typed may go on matching where one is; a repeated letter moves on.
    const from = same ? at + 1 : at
    for (let step = 0; step < labels.length; step += 1) {
      const index = (Math.max(0, from) + step) % labels.length
      if (labels[index]?.toLocaleLowerCase().startsWith(wanted) === true) return index
    }
    return null
  }
  return Object.assign(find, { isTyping: (time: number) => typed !== '' && time - last <= PAUSE_MS })
}
