import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plain, ranked, type Findable } from './rank.ts'

const THINGS: readonly Findable[] = [
  { label: 'Finance has seen its own invoices match', detail: 'milestone 2' },
  { label: 'Invoices match by themselves', detail: 'milestone 7' },
  { label: 'IT Security is satisfied', detail: 'milestone 3' },
  { label: 'IT Security Lead – Marek Dvořák', detail: 'Halden Foods' },
  { label: 'Insecure connector replaced', detail: 'step' },
  { label: 'Share', alias: 'link invite send' },
  { label: 'Shareholders have agreed', detail: 'milestone 9' },
  { label: 'Undo the last change' },
  { label: 'Søren signs for the plant in Łódź', detail: 'step' },
  { label: 'First €250k saved', detail: 'result' },
]

const found = (typed: string) => ranked(THINGS, typed).map(({ label }) => label)

describe('what is typed finds', () => {
  test.each([
    ['inv match', ['Invoices match by themselves', 'Finance has seen its own invoices match']],
    ['match inv', ['Finance has seen its own invoices match', 'Invoices match by themselves']],
    ['secur', ['IT Security is satisfied', 'IT Security Lead – Marek Dvořák', 'Insecure connector replaced']],
    ['dvorak', ['IT Security Lead – Marek Dvořák']],
    ['DVOŘÁK', ['IT Security Lead – Marek Dvořák']],
    ['soren lodz', ['Søren signs for the plant in Łódź']],
    ['250', ['First €250k saved']],
    ['€250k', ['First €250k saved']],
    ['share', ['Share', 'Shareholders have agreed']],
    ['invite', ['Share']],
    ['milestone 3', ['IT Security is satisfied']],
    ['security halden', ['IT Security Lead – Marek Dvořák']],
    ['nothing like it', []],
    ['inv zebra', []],
  ])('%s', (typed, labels) => {
    expect(found(typed)).toEqual(labels)
  })

  test('nothing typed is everything, as it came', () => {
    expect(ranked(THINGS, '  ')).toBe(THINGS)
  })
})

test('a word that begins in what is said beside comes before one in the middle of a name', () => {
  const inside: Findable = { label: 'Unlinked' }
  const beside: Findable = { label: 'Share', alias: 'link' }
  expect(ranked([inside, beside], 'link')).toEqual([beside, inside])
})

const word = fc.stringMatching(/^[a-zà-ž]{1,6}$/u).filter((text) => /^[a-z]+$/u.test(plain(text)))
const label = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))

describe('always', () => {
  test('every typed word is in what is found, and nothing is found twice or made up', () => {
    const typedWords = fc.array(word, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(label, { maxLength: 20 }), typedWords, (labels, words) => {
        const things = labels.map((one) => ({ label: one }))
        const answer = ranked(things, words.join(' '))
        expect(new Set(answer).size).toBe(answer.length)
        const holds = (one: Findable) => words.every((typed) => plain(one.label).includes(plain(typed)))
        expect(new Set(answer)).toEqual(new Set(things.filter(holds)))
      }),
    )
  })

  test('beginnings of its words find a thing, and nothing that has them only inside stands before it', () => {
    fc.assert(
      fc.property(label, fc.array(label, { maxLength: 20 }), fc.nat(), fc.nat(), (wanted, others, cut, turn) => {
        const beginnings = wanted.split(' ').map((one) => one.slice(0, 1 + (cut % one.length)))
        const typed = beginnings.map((_, at) => beginnings[(at + turn) % beginnings.length]).join(' ')
        const things = [...others, wanted].map((one) => ({ label: one }))
        const answer = ranked(things, typed.toUpperCase())
        const at = answer.findIndex((one) => one === things.at(-1))
        expect(at).not.toBe(-1)
        const begins = (one: string) =>
          beginnings.every((begun) => one.split(' ').some((own) => plain(own).startsWith(plain(begun))))
        for (const before of answer.slice(0, at)) expect(begins(before.label)).toBe(true)
      }),
    )
  })
})
