// The arithmetic of a text field that many people write in: which one splice turns one text into another, and where a
// place in the old text stands in the new one. Places count UTF-16 units, as the page and the document both do; no splice
// ever cuts a character of two units in half (the document would keep two broken halves).

export interface Splice {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/**
 * The splice that turns `before` into `after`; null where they are equal. `caret` is where the writer's caret stands after
 * the change: in a run of equal letters it tells which of them is the new one.
 */
export function spliceBetween(before: string, after: string, caret: number = after.length): Splice | null {
  if (before === after) return null
  const tail = after.slice(caret)
  const fits = caret <= after.length && before.endsWith(tail)
  let suffix = fits ? tail.length : commonSuffix(before, after, Math.min(before.length, after.length))
  let prefix = commonPrefix(before, after, Math.min(before.length, after.length) - suffix)
  // With the caret's help the tail is fixed first; what the texts share before it may leave more to share behind.
  suffix += commonSuffix(
    before.slice(0, before.length - suffix),
    after.slice(0, after.length - suffix),
    Math.min(before.length, after.length) - suffix - prefix,
  )
  if (splitsCharacter(before, prefix) || splitsCharacter(after, prefix)) prefix -= 1
  if (splitsCharacter(before, before.length - suffix) || splitsCharacter(after, after.length - suffix)) suffix -= 1
  return { at: prefix, remove: before.length - suffix - prefix, insert: after.slice(prefix, after.length - suffix) }
}

export function applySplice(text: string, { at, remove, insert }: Splice): string {
  return text.slice(0, at) + insert + text.slice(at + remove)
}

/**
 * Where places of `before` stand in `after`. A place inside what was replaced moves to the end of its replacement's kept
 * part; text inserted exactly at a place lands behind it, so that a caret stays with the letter it was typed after.
 */
export function placeMap(before: string, after: string): (place: number) => number {
  const kept = keptPlaces(before, after)
  return (place) => {
    if (place >= before.length && before.length === 0) return 0
    // The letter before the place leads; at the very start, the start does.
    for (let letter = Math.min(place, before.length) - 1; letter >= 0; letter -= 1) {
      const landed = kept[letter]
      if (landed !== undefined && landed !== -1) return landed + 1
    }
    return 0
  }
}

/** A splice made on `before`, as it has to be made on `after`, which others changed meanwhile; null where nothing is left. */
export function rebaseSplice(splice: Splice, before: string, after: string): readonly Splice[] {
  const kept = keptPlaces(before, after)
  const moved = placeMap(before, after)
  const insertAt = moved(splice.at)
  // Only letters that are still there are taken out, last first, so that earlier places stay true.
  const gone: number[] = []
  for (let letter = splice.at; letter < splice.at + splice.remove; letter += 1) {
    const landed = kept[letter]
    if (landed !== undefined && landed !== -1) gone.push(landed)
  }
  const splices: Splice[] = []
  for (const run of runsOf(gone).toReversed()) {
    if (run.at === insertAt) continue
    splices.push({ at: run.at, remove: run.length, insert: '' })
  }
  const here = runsOf(gone).find((run) => run.at === insertAt)
  if (splice.insert !== '' || here !== undefined) {
    splices.push({ at: insertAt, remove: here?.length ?? 0, insert: splice.insert })
  }
  return splices
}

function runsOf(places: readonly number[]): { at: number; length: number }[] {
  const runs: { at: number; length: number }[] = []
  for (const place of places) {
    const last = runs.at(-1)
    if (last !== undefined && last.at + last.length === place) last.length += 1
    else runs.push({ at: place, length: 1 })
  }
  return runs
}

/** Above this the exact comparison would be felt; such texts are no titles, and one changed stretch is assumed. */
const EXACT_LIMIT = 250_000

/** For each letter of `before` its place in `after`, or -1 where it was removed. */
function keptPlaces(before: string, after: string): readonly number[] {
  const shorter = Math.min(before.length, after.length)
  const prefix = commonPrefix(before, after, shorter)
  const suffix = commonSuffix(before, after, shorter - prefix)
  const kept = Array.from({ length: before.length }, () => -1)
  for (let index = 0; index < prefix; index += 1) kept[index] = index
  for (let index = 0; index < suffix; index += 1) kept[before.length - 1 - index] = after.length - 1 - index
  const middleBefore = before.slice(prefix, before.length - suffix)
  const middleAfter = after.slice(prefix, after.length - suffix)
  if (middleBefore.length * middleAfter.length > EXACT_LIMIT) return kept
  for (const [from, to] of longestCommon(middleBefore, middleAfter)) kept[prefix + from] = prefix + to
  return kept
}

/** The longest common subsequence, as pairs of places. */
function longestCommon(before: string, after: string): readonly (readonly [number, number])[] {
  const width = after.length + 1
  const lengths = new Uint16Array((before.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: (readonly [number, number])[] = []
  let row = 0
  let column = 0
  while (row < before.length && column < after.length) {
    if (before[row] === after[column]) pairs.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return pairs
}

function commonPrefix(one: string, other: string, most: number): number {
  let length = 0
  while (length < most && one[length] === other[length]) length += 1
  return Math.max(0, length)
}

function commonSuffix(one: string, other: string, most: number): number {
  let length = 0
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) length += 1
  return Math.max(0, length)
}

/** Whether `place` lies between the two halves of one character. */
function splitsCharacter(text: string, place: number): boolean {
  if (place <= 0 || place >= text.length) return false
  const before = text.charCodeAt(place - 1)
  const after = text.charCodeAt(place)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
