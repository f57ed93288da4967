import { expect, test } from 'vitest'
import { milestoneCount, wordNote } from './word-note.ts'

test.each([
  [0, 'empty', '30 to 40 words'],
  [1, 'under', '1 word, 29 to go'],
  [24, 'under', '24 words, 6 to go'],
  [29, 'under', '29 words, 1 to go'],
  [30, 'in', '30 words'],
  [40, 'in', '40 words'],
  [41, 'over', '41 words, 1 over'],
  [46, 'over', '46 words, 6 over'],
])('%i words are %s: %s', (words, tone, text) => {
  expect(wordNote(words)).toEqual({ tone, text })
})

test.each([
  [0, 0, '0 milestones', false],
  [1, 0, '1 milestone', true],
  [6, 2, '6 milestones, 2 done', true],
  [7, 0, '7 milestones', false],
  [8, 2, '8 milestones, 2 done', false],
  [9, 9, '9 milestones, 9 done', false],
  [10, 0, '10 milestones', true],
])('%i milestones, %i done', (milestones, done, text, noted) => {
  const said = milestoneCount(milestones, done)
  expect(said.text).toBe(text)
  expect(said.note !== null).toBe(noted)
})
