// The letters inside an avatar. Two at most: more cannot be read at 20 pixels.

/** 'Ingrid Solheim' -> 'IS', 'Marek' -> 'M', '' -> ''. Whole characters, so a name in any script keeps its first one. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) return ''
  return words.length === 1 ? firstCharacter(first) : firstCharacter(first) + firstCharacter(last)
}

function firstCharacter(word: string): string {
  return ([...word].find((character) => /[\p{L}\p{N}]/u.test(character)) ?? [...word][0] ?? '').toLocaleUpperCase('en')
}
