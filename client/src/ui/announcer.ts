// The timing of announcements, apart from any page: own words at once, words about others gathered.
//
//   remote: quiet --first--> gathering (1 s) --> said --> resting (9 s) --more--> said ...
//
// Saying the same words twice must be heard twice, so every second time they carry a space that nobody hears.
import { pageWords as words } from '../words/ui/page.ts'

export interface Announcer {
  /** What the reader did. Said at once. */
  own(text: string): void
  /** What somebody else did. Gathered, and said at most once in 10 seconds. */
  remote(text: string): void
  stop(): void
}

const GATHER_MS = 1000
const REST_MS = 9000
const MOST_AT_ONCE = 3

export function createAnnouncer(sayOwn: (text: string) => void, sayRemote: (text: string) => void): Announcer {
  let waiting: string[] = []
  let timer: ReturnType<typeof setTimeout> | null = null
  let lastOwn = ''
  let lastRemote = ''

  function speak() {
    timer = null
    if (waiting.length === 0) return
    const said = waiting.slice(0, MOST_AT_ONCE)
    const left = waiting.length - said.length
    const text = [...said, ...(left > 0 ? [words.moreChanges(left)] : [])].join('. ')
    waiting = []
    lastRemote = differing(text, lastRemote)
    sayRemote(lastRemote)
    timer = setTimeout(speak, REST_MS)
  }

  return {
    own(text) {
      lastOwn = differing(text, lastOwn)
      sayOwn(lastOwn)
    },
    remote(text) {
      if (!waiting.includes(text)) waiting.push(text)
      timer ??= setTimeout(speak, GATHER_MS)
    },
    stop() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      waiting = []
    },
  }
}

function differing(text: string, before: string): string {
  return text === before ? `${text}\u00a0` : text
}
