import { expect, test } from 'vitest'
import { Denials } from './denials.ts'

test('[HOLD-1] the first two denials cost nothing, then 2, 4, 8, 16, 30, 30 seconds', () => {
  const denials = new Denials()
  const holds = Array.from({ length: 9 }, () => {
    const ms = denials.holdFor('a')
    denials.denied('a', 0)
    return ms / 1_000
  })
  expect(holds).toEqual([0, 0, 2, 4, 8, 16, 30, 30, 30])
  expect(denials.holdFor('b')).toBe(0)
})

test('[HOLD-2] whoever is let in starts anew', () => {
  const denials = new Denials()
  for (let times = 0; times < 5; times++) denials.denied('a', 0)
  denials.admitted('a')
  expect(denials.holdFor('a')).toBe(0)
})

test('[HOLD-2] and so does whoever stays away for five minutes', () => {
  const denials = new Denials()
  for (let times = 0; times < 3; times++) denials.denied('old', times)
  denials.denied('new', 200_000)
  denials.sweep(299_000)
  expect(denials.holdFor('old')).toBeGreaterThan(0)
  for (let times = 0; times < 2; times++) denials.denied('new', 300_000)
  denials.sweep(300_010)
  expect(denials.holdFor('old')).toBe(0)
  expect(denials.holdFor('new')).toBeGreaterThan(0)
})
