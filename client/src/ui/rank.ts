/**
 * Which things are meant by what somebody types, and in which order. Pure, because this order is what Enter trusts: every
 * typed word must be found, the beginnings of words come before their middles, and the name of a thing before what else is
 * said of it. "inv match" finds "Invoices match by themselves".
 */
export interface Findable {
  readonly label: string
  /** Said beside the name: which milestone it is, whose it is. */
  readonly detail?: string
  /** Other words it is found by. */
  readonly alias?: string
}

/** From best to worst; a thing is as good as the worst of the words that were typed. */
const WHOLE_WORD = 0
const WORD_START = 1
const ELSEWHERE_START = 2
const INSIDE = 3
const ELSEWHERE_INSIDE = 4

/** The things that match, best first; what matches equally well stays in the order it came in. */
export function ranked<T extends Findable>(items: readonly T[], typed: string): readonly T[] {
  const words = wordsOf(typed)
  if (words.length === 0) return items
  return items
    .flatMap((item) => {
      const score = scoreOf(item, words)
      return score === null ? [] : [{ item, score }]
    })
    .toSorted((a, b) => a.score - b.score)
    .map(({ item }) => item)
}

function scoreOf({ label, detail = '', alias = '' }: Findable, words: readonly string[]): number | null {
  const name = plain(label)
  const rest = plain(`${detail} ${alias}`)
  const scores = words.map((word) => placeOf(word, name, rest))
  if (scores.some((score) => score === null)) return null
  const known = scores.filter((score) => score !== null)
  const worst = Math.max(...known)
  const sum = known.reduce((total, score) => total + score, 0)
  // The beginning of the name itself decides between two that are otherwise as good.
  const isBehind = name.startsWith(words[0] ?? '') ? 0 : 1
  // Whole words and beginnings are one class: "go" means "Go-live" as much as "Go to the list".
  return Math.max(worst, WORD_START) * 100_000 + Math.min(sum, 9_999) * 10 + isBehind
}

function placeOf(word: string, name: string, rest: string): number | null {
  const inName = bestPlace(word, name)
  if (inName === 'whole') return WHOLE_WORD
  if (inName === 'start') return WORD_START
  const inRest = bestPlace(word, rest)
  if (inRest === 'whole' || inRest === 'start') return ELSEWHERE_START
  if (inName === 'inside') return INSIDE
  return inRest === 'inside' ? ELSEWHERE_INSIDE : null
}

function bestPlace(word: string, text: string): 'whole' | 'start' | 'inside' | null {
  let best: 'start' | 'inside' | null = null
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (isLetter(text[at - 1])) best ??= 'inside'
    else if (isLetter(text[at + word.length])) best = 'start'
    else return 'whole'
  }
  return best
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
}

function wordsOf(typed: string): readonly string[] {
  return plain(typed)
    .split(/\s+/u)
    .filter((word) => word !== '')
}

/** Letters that no mark can be taken from, as one types them without the key for it. */
const TYPED_AS: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  '’': "'",
}

/** Without case and accents: "dvorak" finds "Dvořák", "soren" finds "Søren". */
export function plain(text: string): string {
  return text
    .toLocaleLowerCase('en')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[øđðłıßæœþ’]/gu, (letter) => TYPED_AS[letter] ?? letter)
}
