import { expect, test } from 'vitest'
import { fakeTimer } from '../test/support/fake-timer.ts'
import { steadyTimer } from './steady-clock.ts'

const DAY = 86_400_000
const START = 1_000_000_000_000

test.each([DAY, -DAY])('[CLOCK-1] a jump of %i ms is not believed until it has stood for ten minutes', (jump) => {
  const machine = fakeTimer(START)
  const timer = steadyTimer(machine)
  machine.jumpClock(jump)
  expect(timer.now()).toBe(START)
  machine.advance(599_000)
  expect(timer.now()).toBe(START + 599_000)
  machine.advance(1_000)
  expect(timer.now()).toBe(START + 600_000 + jump)
})

test('[CLOCK-1] a jump that is taken back leaves nothing behind', () => {
  const machine = fakeTimer(START)
  const timer = steadyTimer(machine)
  machine.jumpClock(DAY)
  timer.now()
  machine.advance(599_000)
  machine.jumpClock(-DAY)
  timer.now()
  machine.jumpClock(DAY)
  machine.advance(599_000)
  expect(timer.now()).toBe(START + 1_198_000)
})

test('[CLOCK-1] jump upon jump: the ten minutes begin anew', () => {
  const machine = fakeTimer(START)
  const timer = steadyTimer(machine)
  machine.jumpClock(DAY)
  timer.now()
  machine.advance(599_000)
  machine.jumpClock(DAY)
  timer.now()
  machine.advance(599_000)
  expect(timer.now()).toBe(START + 1_198_000)
})

test('[CLOCK-1] small corrections are followed at once', () => {
  const machine = fakeTimer(START)
  const timer = steadyTimer(machine)
  for (let times = 0; times < 10; times++) {
    machine.jumpClock(59_000)
    expect(timer.now()).toBe(START + (times + 1) * 59_000)
  }
})

test('[CLOCK-1] while a jump is doubted the clock still shows whole milliseconds: they are written down', () => {
  const machine = fakeTimer(START)
  machine.advance(0.5)
  const timer = steadyTimer(machine)
  machine.jumpClock(DAY)
  machine.advance(0.2)
  expect(timer.now()).toBe(START)
})
