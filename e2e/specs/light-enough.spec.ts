import { gzipSync } from 'node:zlib'
import { expect, test } from '../support/story.ts'

// A budget that nobody watches is spent a little with each change, and never on purpose.
const PAGES = [
  { name: 'a plan', address: '/', most: 250_000 },
  { name: 'the page for readers', address: '/v/any', most: 130_000 },
]

for (const { name, address, most } of PAGES) {
  test(`what ${name} needs before anything is on screen stays within its budget`, async ({ relay }) => {
    const html = await textOf(relay.origin + address)
    const scripts = [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+\.js)"/g)].map(([, path]) => path)
    expect(scripts, 'the page names its scripts').not.toEqual([])
    const sizes = await Promise.all(
      scripts.map((path) => textOf(relay.origin + path).then((text) => gzipSync(text).length)),
    )
    expect(
      sizes.reduce((sum, size) => sum + size, 0),
      'bytes of JavaScript, gzip',
    ).toBeLessThanOrEqual(most)
  })
}

async function textOf(address: string): Promise<string> {
  const response = await fetch(address)
  expect(response.status, address).toBe(200)
  return response.text()
}
