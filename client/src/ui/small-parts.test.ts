import { describe, expect, test, vi, beforeEach, afterEach } from 'vitest'
import { createAnnouncer } from './announcer.ts'
import { initialsOf } from './initials.ts'
import { isApplePlatform, isModKey, keycapsOf } from './platform.ts'
import { createTypeahead } from './typeahead.ts'

test.each([
  ['Ingrid Solheim', 'IS'],
  ['Marek', 'M'],
  ['  tomás  de la  reyes ', 'TR'],
  ['Ólöf Björnsdóttir', 'ÓB'],
  ['(Dana) Okafor', 'DO'],
  ['王小明', '王'],
  ['', ''],
  ['   ', ''],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

describe('keys of the platform', () => {
  test('shortcuts listen to one modifier only', () => {
    expect(isModKey({ metaKey: true, ctrlKey: false }, true)).toBe(true)
    expect(isModKey({ metaKey: false, ctrlKey: true }, true)).toBe(false)
    expect(isModKey({ metaKey: false, ctrlKey: true }, false)).toBe(true)
    expect(isModKey({ metaKey: true, ctrlKey: true }, false)).toBe(false)
  })
  test('hints show the platform of the reader', () => {
    expect(keycapsOf('Mod+Shift+Z', true)).toEqual(['⇧', '⌘', 'Z'])
    expect(keycapsOf('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(keycapsOf('Enter', false)).toEqual(['Enter'])
    expect(isApplePlatform('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe(true)
    expect(isApplePlatform('Mozilla/5.0 (X11; Linux x86_64)')).toBe(false)
  })
})

describe('first letters in a menu', () => {
  const labels = ['Move up', 'Move down', 'Owner', 'Remove', 'Move to…']
  test('the same letter goes on, letters in a row are a word, a pause begins anew', () => {
    const find = createTypeahead()
    expect(find('m', labels, -1, 0)).toBe(0)
    expect(find('m', labels, 0, 100)).toBe(1)
    expect(find('o', labels, 1, 2000)).toBe(2)
    const word = createTypeahead()
    expect([...'move t'].map((letter, index) => word(letter, labels, 0, index * 50)).at(-1)).toBe(4)
    expect(word('r', labels, 4, 5000)).toBe(3)
    expect(word('x', labels, 3, 9000)).toBeNull()
  })
  test('a space belongs to the letters right before it, and to nothing else', () => {
    const find = createTypeahead()
    expect(find.isTyping(0)).toBe(false)
    find('m', labels, -1, 100)
    expect([find.isTyping(300), find.isTyping(5000)]).toEqual([true, false])
  })
})

describe('announcements', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  function heard() {
    const own: string[] = []
    const remote: string[] = []
    const announcer = createAnnouncer(
      (text) => own.push(text),
      (text) => remote.push(text),
    )
    return { own, remote, announcer }
  }

  test('own changes are said at once, and the same words twice are heard twice', () => {
    const { own, announcer } = heard()
    announcer.own('Moved')
    announcer.own('Moved')
    expect(own.map((text) => text.trim())).toEqual(['Moved', 'Moved'])
    expect(own[0]).not.toBe(own[1])
  })

  test('what others do is gathered, and said at most once in ten seconds', () => {
    const { remote, announcer } = heard()
    announcer.remote('Dana changed milestone 6')
    announcer.remote('Dana changed milestone 6')
    announcer.remote('Marek changed a step')
    expect(remote).toEqual([])
    vi.advanceTimersByTime(1000)
    expect(remote).toEqual(['Dana changed milestone 6. Marek changed a step'])
    for (let second = 0; second < 8; second += 1) {
      announcer.remote(`Dana changed ${second}`)
      vi.advanceTimersByTime(1000)
    }
    expect(remote).toHaveLength(1)
    vi.advanceTimersByTime(1000)
    expect(remote[1]).toBe('Dana changed 0. Dana changed 1. Dana changed 2. and 5 more changes')
    vi.advanceTimersByTime(60_000)
    expect(remote).toHaveLength(2)
  })

  test('nothing is said after the page is gone', () => {
    const { remote, announcer } = heard()
    announcer.remote('late')
    announcer.stop()
    vi.advanceTimersByTime(60_000)
    expect(remote).toEqual([])
  })
})
