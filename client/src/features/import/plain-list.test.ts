import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { readList, type ListLine } from './plain-list.ts'

/** "Title" for a milestone, "> Step" below it, "x" behind what is done. */
function drawn(lines: readonly ListLine[] | string): string {
  if (typeof lines === 'string') return lines
  return lines.map(({ text, depth, done }) => `${'> '.repeat(depth)}${text}${done ? ' x' : ''}`).join(' | ')
}

test.each([
  ['spaces', 'Kick-off\n  Agenda\n  Invite\nPilot\n  Data', 'Kick-off | > Agenda | > Invite | Pilot | > Data'],
  ['tabs', 'Kick-off\n\tAgenda\n\t\tDraft\nPilot', 'Kick-off | > Agenda | > > Draft | Pilot'],
  ['dashes', '- Kick-off\n  - Agenda\n- Pilot', 'Kick-off | > Agenda | Pilot'],
  ['bullets', '•\tKick-off\r\n\to\tAgenda\r\n•\tPilot', 'Kick-off | > Agenda | Pilot'],
  ['numbers', '1. Kick-off\n   a) Agenda\n2) Pilot', 'Kick-off | > Agenda | Pilot'],
  ['ticks', '- [x] Kick-off\n  - [ ] Agenda\n  - [X] Invite\n☑ Pilot', 'Kick-off x | > Agenda | > Invite x | Pilot x'],
  ['headings', 'Kick-off\n- Agenda\n- Invite\nPilot\n- Data', 'Kick-off | > Agenda | > Invite | Pilot | > Data'],
  ['numbers of an outline', '1 Kick-off\n1.1 Agenda\n1.1.1 Draft\n2 Pilot', 'Kick-off | > Agenda | > > Draft | Pilot'],
  ['headings over a nested list', 'Plan\n- Kick-off\n  - Agenda', 'Plan | > Kick-off | > > Agenda'],
  ['flat', 'One\nTwo\n\nThree', 'One | Two | Three'],
  ['all deeper than the first', '    One\nTwo\n  Three', 'One | Two | > Three'],
  ['between two levels', 'One\n    Two\n  Three', 'One | > Two | > Three'],
  ['signs alone', '-\n*\n1.\n[x]\n- [ ]\nOne', 'One'],
  [
    'what only looks like a sign',
    '3 plants match\n-5 degrees\n10.5 hours\nA. Smith agrees',
    '3 plants match | -5 degrees | 10.5 hours | A. Smith agrees',
  ],
  ['bidi marks', '\u202eevil\u202c\nfine\u200b', 'evil | fine'],
])('%s', (_, text, expected) => expect(drawn(readList(text))).toBe(expected))

test('what stands further in than anything before it is one step in, however far', () => {
  expect(drawn(readList('One\n\t\t\t\tTwo'))).toBe('One | > Two')
})

test('a list that no plan could hold is refused', () => {
  expect(readList('a\n'.repeat(5_001))).toBe('too-many-rows')
  expect(readList('a\n'.repeat(5_000))).toHaveLength(5_000)
})

const line = fc.record({
  words: fc.stringMatching(/^[A-Z][a-z]{2,8} [a-z]{2,8}$/u),
  depth: fc.integer({ min: 0, max: 3 }),
})

test('an outline comes back as it was indented', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 30 }),
      fc.constantFrom('  ', '\t', '    '),
      fc.constantFrom('', '- ', '* ', '• '),
      (lines, indent, sign) => {
        // No line stands deeper than one below the line above it.
        let above = -1
        const outline = lines.map(({ words, depth }) => {
          above = Math.min(depth, above + 1)
          return { words, depth: above }
        })
        const text = outline.map(({ words, depth }) => `${indent.repeat(depth)}${sign}${words}`).join('\n')
        const read = readList(text)
        expect(typeof read === 'string' ? read : read.map(({ text, depth }) => ({ words: text, depth }))).toEqual(
          outline,
        )
      },
    ),
  )
})

test('whatever is pasted, its lines have words and one of them begins', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const read = readList(text)
      if (typeof read === 'string') return
      expect(read.every(({ text }) => text.trim() !== '' && !/[\n\u202a-\u202e\u2066-\u2069]/u.test(text))).toBe(true)
      expect(read[0]?.depth ?? 0).toBe(0)
    }),
  )
})
