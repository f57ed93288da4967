// The log is moved when nobody has written for a while, where enough was written, and not under anybody's feet.
import { expect, test } from 'vitest'
import { fakeTimer } from '../../test/support/fake-timer.ts'
import { QuietCheckpoint } from './quiet-checkpoint.ts'

function quiet() {
  const timer = fakeTimer()
  let checkpoints = 0
  const checkpoint = new QuietCheckpoint(timer, () => void checkpoints++)
  const write = (times: number) => {
    for (let at = 0; at < times; at++) checkpoint.wrote()
  }
  return { timer, checkpoint, write, count: () => checkpoints }
}

test('[COMMIT-7] half a second after the last of many writes, once', () => {
  const { timer, write, count } = quiet()
  write(250)
  timer.advance(400)
  write(1)
  timer.advance(499)
  expect(count()).toBe(0)
  timer.advance(1)
  expect(count()).toBe(1)
  timer.advance(60_000)
  expect(count()).toBe(1)
  write(250)
  timer.advance(500)
  expect(count()).toBe(2)
})

test('[COMMIT-7] not for a few writes, and not once it is stopped', () => {
  const { timer, checkpoint, write, count } = quiet()
  write(249)
  timer.advance(60_000)
  expect(count()).toBe(0)
  write(1)
  checkpoint.stop()
  timer.advance(60_000)
  expect(count()).toBe(0)
})
