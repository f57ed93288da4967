import { describe, expect, test } from 'vitest'
import { namesInWording, templateById, withWording, type Template } from './index.ts'

const base = templateById('blank') as Template

const WHO = {
  buyer: 'Halden Foods',
  seller: 'Quillmark',
  people: [
    { id: 'ingrid', name: 'Ingrid Solheim', side: 'buyer', archived: null },
    { id: 'kai', name: 'Kai', side: 'seller', archived: null },
  ],
  roles: [{ id: 'cfo', title: 'CFO', side: 'buyer', function: null, personId: 'ingrid', rank: 'a', archived: null }],
} as unknown as Parameters<typeof namesInWording>[1]

function said(title: string, who = WHO): string {
  const template = { ...base, criteria: [title] }
  return withWording(template, namesInWording(template, who)).criteria[0] ?? ''
}

describe('[WORDS-1] a name becomes what it stood for', () => {
  test.each([
    ['Halden Foods has seen its invoices match', 'The buyer has seen its invoices match'],
    ['Invoices of halden foods match', 'Invoices of the buyer match'],
    ['Agreed. Halden decides', 'Agreed. The buyer decides'],
    ['Halden’s own cases', 'The buyer’s own cases'],
    ["On Quillmark's side", 'On the seller’s side'],
    ['With the Halden team and Quillmark', 'With the buyer team and the seller'],
    ['Ingrid Solheim signs, then Kai', 'The CFO signs, then somebody'],
    ['Ask Ingrid', 'Ask the CFO'],
    ['Haldensleben and Kaiser stay', 'Haldensleben and Kaiser stay'],
    ['halden is a word of its own here', 'halden is a word of its own here'],
  ])('%s', (before, after) => {
    expect(said(before)).toBe(after)
  })

  test.each([
    ['a (b+c) [x] \\ $&', 'Ask the buyer'],
    ['¿?', 'Ask the buyer'],
    ['Rolls-Royce', 'Ask the buyer'],
  ])('a company called %s is a name like any other', (buyer, after) => {
    expect(said(`Ask ${buyer}`, { ...WHO, buyer })).toBe(after)
  })

  test('the longer name is looked for first, and a small first word is no name', () => {
    expect(said('Ask Halden Foods', { ...WHO, buyer: 'Halden', seller: 'Halden Foods' })).toBe('Ask the seller')
    expect(said('The cases of The Bank', { ...WHO, buyer: 'The Bank' })).toBe('The cases of the buyer')
  })

  test('nobody’s name is in every text', () => {
    expect(said('Whatever', { ...WHO, buyer: ' ', seller: '' })).toBe('Whatever')
  })
})

test('[WORDS-2] each text is shown once, before and after, and only what is taken changes', () => {
  const [live, result] = base.milestones
  const milestones = [
    { ...live, title: 'Halden is live', benefit: 'Quillmark is paid' },
    { ...result, title: 'Halden is live' },
  ] as Template['milestones']
  const template = { ...base, milestones }
  const changes = namesInWording(template, WHO)
  expect(changes).toEqual([
    { before: 'Halden is live', after: 'The buyer is live' },
    { before: 'Quillmark is paid', after: 'The seller is paid' },
  ])
  const changed = withWording(template, changes.slice(1))
  expect(changed.milestones.map(({ title, benefit }) => [title, benefit])).toEqual([
    ['Halden is live', 'The seller is paid'],
    ['Halden is live', ''],
  ])
})
