// Mentions are words in a text: found while they are typed, and again when it is read.
import { describe, expect, test } from 'vitest'
import { findMentionable, mentionedIn, mentionQuery, partsOf, type Mentionable } from './mentions.ts'

const one = (id: string, words: string, role = ''): Mentionable => ({ id: id as never, words, role, side: 'buyer' })
const ALL = [
  one('i', 'Ingrid Solheim', 'AP Director'),
  one('g', 'General Counsel'),
  one('j', 'José', 'IT'),
  one('jm', 'José Martí', 'CFO'),
]

describe('while one types', () => {
  test.each([
    ['Ask @', 'Ask @', ''],
    ['Ask @ing', 'Ask @ing', 'ing'],
    ['two words', 'Ask @general c', 'general c'],
    ['at the very beginning', '@i', 'i'],
    ['behind a bracket', '(@i', 'i'],
  ])('%s', (_name, text, query) => {
    expect(mentionQuery(text, text.length)?.query).toBe(query)
  })
  test.each(['no sign', 'mail me at ingrid@halden', 'Ask @ing\nnext line', `@${'x'.repeat(50)}`])(
    'none in: %s',
    (text) => {
      expect(mentionQuery(text, text.length)).toBeNull()
    },
  )
  test('only what stands before the caret counts', () => {
    expect(mentionQuery('@ing and @gen', 4)).toEqual({ from: 0, query: 'ing' })
    expect(mentionQuery('abc @x', 2)).toBeNull()
  })
  test.each([
    ['', ['i', 'g', 'j', 'jm']],
    ['sol', ['i']],
    ['ap', ['i']],
    ['jose', ['j', 'jm']],
    ['jose m', ['jm']],
    ['olheim', []],
  ])('"%s" finds', (query, expected) => {
    expect(findMentionable(ALL, query).map(({ id }) => id)).toEqual(expected)
  })
})

describe('in what was written', () => {
  const drawn = (text: string) =>
    partsOf(text, ALL).map((part) => (part.mention === null ? part.text : `[${part.text}]`))
  test.each([
    ['Does @General Counsel agree?', ['Does ', '[@General Counsel]', ' agree?']],
    ['@Ingrid Solheim', ['[@Ingrid Solheim]']],
    ['@José Martí and @José', ['[@José Martí]', ' and ', '[@José]']],
    ['@Joséphine', ['@Joséphine']],
    ['a@b.c @nobody', ['a@b.c @nobody']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(drawn(text)).toEqual(expected)
    expect(
      partsOf(text, ALL)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })
  test('whose they are', () => {
    expect(mentionedIn('@José and @General Counsel, not @josé', ALL)).toEqual(['j', 'g'])
  })
})
