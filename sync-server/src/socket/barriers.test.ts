import { expect, test } from 'vitest'
import { Barriers } from './barriers.ts'

function writer(isWriter = true) {
  const answers: string[] = []
  return { answers, barriers: new Barriers(isWriter, (n, status) => answers.push(`${n}:${status}`)) }
}

test('[BARRIER-1] answered when everything before it is kept, in order', () => {
  const { answers, barriers } = writer()
  barriers.uploaded()
  barriers.changeHandedIn()
  barriers.changeHandedIn()
  barriers.asked(1)
  barriers.changeHandedIn()
  barriers.asked(2)
  barriers.changeKept()
  expect(answers).toEqual([])
  barriers.changeKept()
  expect(answers).toEqual(['1:0'])
  barriers.changeKept()
  expect(answers).toEqual(['1:0', '2:0'])
})

test('[BARRIER-2] nothing before it: at once', () => {
  const { answers, barriers } = writer()
  barriers.uploaded()
  barriers.asked(9)
  expect(answers).toEqual(['9:0'])
})

test('[BARRIER-3] a writer that has not uploaded what it wrote offline waits, whatever else was kept', () => {
  const { answers, barriers } = writer()
  barriers.changeHandedIn()
  barriers.asked(1)
  barriers.changeKept()
  barriers.asked(2)
  expect(answers).toEqual([])
  // The upload itself must be on disk, too: it is handed in before `uploaded`.
  barriers.changeHandedIn()
  barriers.uploaded()
  barriers.asked(3)
  expect(answers).toEqual([])
  barriers.changeKept()
  expect(answers).toEqual(['1:0', '2:0', '3:0'])
})

test('[BARRIER-4] a link that may not write here is refused at once', () => {
  const { answers, barriers } = writer(false)
  barriers.asked(1)
  expect(answers).toEqual(['1:1'])
})
