import { expect, test } from 'vitest'
import { fakeTimer } from '../../test/support/fake-timer.ts'
import { Intake } from './intake.ts'

function intake(hasRateLimits = true) {
  const timer = fakeTimer()
  let isRead = false
  const socket = { pause: () => (isRead = false), resume: () => (isRead = true) }
  const limits = { framesPerSecond: 10, framesBurst: 5, bytesPerSecond: 1_000, bytesBurst: 500 }
  return { timer, it: new Intake({ socket, timer, limits, hasRateLimits }), isRead: () => isRead }
}

test('[RATE-1] nothing is read before the room is there, whatever else is ready', () => {
  const { it, isRead } = intake()
  expect(it.waitsFor('room')).toBe(true)
  it.pauseFor('commits')
  it.resume('commits')
  expect(isRead()).toBe(false)
  it.resume('room')
  expect(isRead()).toBe(true)
})

test('[COMMIT-5] [RATE-1] each of the things that stop it must be over', () => {
  const { it, isRead, timer } = intake()
  it.resume('room')
  for (let frames = 0; frames < 15; frames++) it.took(1)
  it.pauseFor('commits')
  expect([it.waitsFor('rate'), it.waitsFor('commits'), isRead()]).toEqual([true, true, false])
  it.resume('commits')
  expect(isRead()).toBe(false)
  timer.advance(1_000)
  expect(isRead()).toBe(true)
})

test.each<[string, number, number]>([
  ['frames', 15, 1],
  ['bytes', 1, 1_500],
])('[RATE-1] a second for what was too much, by %s', (_, frames, bytes) => {
  const { it, isRead, timer } = intake()
  it.resume('room')
  for (let at = 0; at < frames; at++) it.took(bytes)
  expect(isRead()).toBe(false)
  timer.advance(999)
  expect(isRead()).toBe(false)
  timer.advance(1)
  expect(isRead()).toBe(true)
})

test('[RATE-3] without rates it is never stopped by them', () => {
  const { it, isRead } = intake(false)
  it.resume('room')
  for (let frames = 0; frames < 1_000; frames++) it.took(1_000)
  expect(isRead()).toBe(true)
})
