// Loaded into a relay of a story before its program: the clock shows another day, as a file says (milliseconds to add). The
// file is read again all the time, so a story can go on to the next week without a restart. Time really passes then: what
// only measures how long goes on as well, or the relay would take the new day for a clock that somebody has set wrong.
import { readFileSync } from 'node:fs'

const file = process.env['STORY_CLOCK']
const RealDate = Date
const ahead = () => (file === undefined ? 0 : Number(readFileSync(file, 'utf8')) || 0)

globalThis.Date = class StoryDate extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + ahead())
    else super(...parts)
  }
  static now() {
    return RealDate.now() + ahead()
  }
}

const passed = performance.now.bind(performance)
const aheadAtFirst = ahead()
Object.defineProperty(performance, 'now', { value: () => passed() + ahead() - aheadAtFirst })
