import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applySplice, placeMap, rebaseSplice, spliceBetween } from './text-splice.ts'

/** 'a|b' -> ['ab', 1]: the bar is the caret. */
function withCaret(drawn: string): readonly [string, number] {
  return [drawn.replace('|', ''), drawn.indexOf('|')]
}

describe('the splice that a field tells', () => {
  test.each([
    // before, after (| is the caret), the splice
    ['', 'a|', { at: 0, remove: 0, insert: 'a' }],
    ['ab', 'axb', { at: 1, remove: 0, insert: 'x' }],
    ['aa', 'aaa|', { at: 2, remove: 0, insert: 'a' }],
    ['aa', 'aa|a', { at: 1, remove: 0, insert: 'a' }],
    ['aa', 'a|aa', { at: 0, remove: 0, insert: 'a' }],
    ['aaa', 'a|a', { at: 1, remove: 1, insert: '' }],
    ['abc', '|', { at: 0, remove: 3, insert: '' }],
    ['one two', 'one 2|', { at: 4, remove: 3, insert: '2' }],
    ['one two three', 'one |three', { at: 4, remove: 4, insert: '' }],
    ['teh cat', 'the| cat', { at: 1, remove: 2, insert: 'he' }],
  ])('%j -> %j', (before, drawn, splice) => {
    const [after, caret] = drawn.includes('|') ? withCaret(drawn) : [drawn, drawn.length]
    expect(spliceBetween(before, after, caret)).toEqual(splice)
  })

  test('is null where nothing changed', () => {
    expect(spliceBetween('same', 'same', 2)).toBeNull()
  })

  test('never cuts a character of two units in half', () => {
    // Both faces begin with the same unit.
    expect(spliceBetween('a😀b', 'a😁b', 3)).toEqual({ at: 1, remove: 2, insert: '😁' })
    // Both end with the same unit.
    expect(spliceBetween('a😀b', 'a🈀b', 3)).toEqual({ at: 1, remove: 2, insert: '🈀' })
  })

  test('turns one text into the other, wherever the caret claims to be', () => {
    fc.assert(
      fc.property(letters(), letters(), fc.nat(20), (before, after, caret) => {
        const splice = spliceBetween(before, after, caret)
        expect(splice === null ? before : applySplice(before, splice)).toBe(after)
      }),
    )
  })

  test('is what was really typed, where the caret stands behind it', () => {
    fc.assert(
      fc.property(plain(), fc.nat(20), fc.nat(3), plain(), (before, place, count, insert) => {
        const at = Math.min(place, before.length)
        const remove = Math.min(count, before.length - at)
        const after = applySplice(before, { at, remove, insert })
        const splice = spliceBetween(before, after, at + insert.length)
        if (splice === null) return
        expect(splice.at).toBeGreaterThanOrEqual(at)
        expect(splice.at + splice.remove).toBeLessThanOrEqual(at + remove)
      }),
    )
  })
})

describe('a place in a text that others changed', () => {
  test.each([
    // the caret before, the text after, where it is then
    ['ab|c', 'xabc', 'xab|c'],
    ['ab|c', 'abcx', 'ab|cx'],
    ['ab|c', 'abxc', 'ab|xc'],
    ['|abc', 'xabc', '|xabc'],
    ['abc|', 'abcx', 'abc|x'],
    ['ab|c', 'c', '|c'],
    ['one xyz| three', 'one three', 'one |three'],
    ['one two| three', 'ONE one two three four', 'ONE one two| three four'],
    ['|', 'abc', '|abc'],
  ])('%j in %j', (before, after, expected) => {
    const [text, place] = withCaret(before)
    const moved = placeMap(text, after)(place)
    expect(`${after.slice(0, moved)}|${after.slice(moved)}`).toBe(expected)
  })

  test('stays inside, and in order', () => {
    fc.assert(
      fc.property(letters(), letters(), (before, after) => {
        const move = placeMap(before, after)
        let last = 0
        for (let place = 0; place <= before.length; place += 1) {
          const moved = move(place)
          expect(moved).toBeGreaterThanOrEqual(last)
          expect(moved).toBeLessThanOrEqual(after.length)
          last = moved
        }
      }),
    )
  })
})

describe('a splice made while others changed the text', () => {
  const both = (base: string, mine: string, theirs: string, caret = mine.length) => {
    const splice = spliceBetween(base, mine, caret)
    return splice === null ? theirs : rebaseSplice(splice, base, theirs).reduce(applySplice, theirs)
  }

  test.each([
    // base, mine, theirs, both
    ['plan', 'plan A', 'the plan', 'the plan A'],
    ['one two three', 'one 2 three', 'ONE one two three!', 'ONE one 2 three!'],
    ['abcdef', 'abXdef', 'ef', 'Xef'],
    ['abcdef', 'af', 'abcdeXf', 'aXf'],
    ['abc', 'abc', 'x', 'x'],
    ['a', 'ab', 'a', 'ab'],
  ])('%j: %j and %j make %j', (base, mine, theirs, expected) => {
    expect(both(base, mine, theirs)).toBe(expected)
  })

  test('keeps every letter that either typed, and takes out no letter of the other', () => {
    const mark = fc.stringMatching(/^[A-Z]{0,5}$/u)
    const base = fc.stringMatching(/^[a-z ]{0,20}$/u)
    fc.assert(
      fc.property(base, fc.nat(20), fc.nat(4), mark, fc.nat(20), mark, (text, place, count, typed, other, theirs) => {
        const at = Math.min(place, text.length)
        const remove = Math.min(count, text.length - at)
        const mine = applySplice(text, { at, remove, insert: typed })
        const there = Math.min(other, text.length)
        const changed = applySplice(text, { at: there, remove: 0, insert: theirs.toLowerCase().toUpperCase() })
        const merged = both(text, mine, changed, at + typed.length)
        const capitals = (words: string) => [...words.replaceAll(/[^A-Z]/gu, '')].toSorted().join('')
        expect(capitals(merged)).toBe(capitals(typed + theirs))
        expect(merged.length).toBe(text.length - remove + typed.length + theirs.length)
      }),
    )
  })

  test('a very long text is taken as changed in one stretch', () => {
    const base = 'ab'.repeat(600)
    const theirs = `${base.slice(0, 300)}${'xy'.repeat(500)}${base.slice(900)}`
    expect(both(base, `${base}!`, theirs)).toBe(`${theirs}!`)
  })
})

function plain() {
  return fc.stringMatching(/^[ab ]{0,12}$/u)
}

/** Few different letters, so that runs of equal ones are common; and characters of two units. */
function letters() {
  return fc.array(fc.constantFrom('a', 'b', ' ', '😀', '😁'), { maxLength: 12 }).map((all) => all.join(''))
}
