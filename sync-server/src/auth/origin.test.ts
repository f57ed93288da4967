import { expect, test } from 'vitest'
import { mayConnectFrom } from './origin.ts'

const LIST = ['https://plans.example', 'http://localhost:5173']

test.each<[string, readonly string[] | null, string | undefined, string | undefined, boolean]>([
  ['no list', null, 'https://anywhere.example', 'relay.example', true],
  ['no page at all', LIST, undefined, 'relay.example', true],
  ['on the list', LIST, 'https://plans.example', 'relay.example', true],
  ['the dev server', LIST, 'http://localhost:5173', 'localhost:4321', true],
  ['another host', LIST, 'https://plans.example.evil.example', 'relay.example', false],
  ['another scheme', LIST, 'http://plans.example', 'relay.example', false],
  ['another port', LIST, 'http://localhost:5174', 'localhost:4321', false],
  ['a sandboxed page', LIST, 'null', 'relay.example', false],
  ['its own host, not asked for', LIST, 'https://relay.example', 'relay.example', false],
  ['its own host', ['same'], 'https://relay.example', 'relay.example', true],
  ['its own host and port', ['same'], 'http://localhost:4321', 'localhost:4321', true],
  ['its own host, another port', ['same'], 'http://localhost:5173', 'localhost:4321', false],
  ['same, and no host', ['same'], 'https://relay.example', undefined, false],
  ['same, and a sandboxed page', ['same'], 'null', '', false],
])('[ORIGIN-1] %s', (_, origins, origin, host, expected) => {
  expect(mayConnectFrom(origins, origin, host)).toBe(expected)
})
