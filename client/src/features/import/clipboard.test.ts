// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { readClipboard } from './clipboard.ts'

function pasted(text: string, html = '') {
  const read = readClipboard({ text, html })
  if (read === null) return null
  if (read.kind === 'problem') return read.problem
  if (read.kind === 'table') return read.table.map((row) => row.join(' | '))
  return read.lines.map(({ text, depth, done }) => `${'> '.repeat(depth)}${text}${done ? ' x' : ''}`)
}

/** As Excel writes it: a whole page with styles, comments and a fragment. */
const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-number-format:General}</style></head>
<body><!--StartFragment--><table border=0><col width=64>
 <tr height=20><td height=20 class=xl65>Milestone</td><td>Due</td></tr>
 <tr><td rowspan=2 class=xl66>Legal
  review</td><td class=xl67 align=right>14-Sep-26</td></tr>
 <tr><td>15-Sep-26</td></tr>
 <tr><td>Line one<br>line two</td><td></td></tr>
</table><!--EndFragment--></body></html>`

test('cells come from the table of the clipboard, merged ones once', () => {
  expect(pasted('Milestone\tDue\r\n"Legal', EXCEL)).toEqual([
    'Milestone | Due',
    'Legal review | 14-Sep-26',
    ' | 15-Sep-26',
    'Line one line two | ',
  ])
})

test('a cell over several columns keeps those behind it in their places', () => {
  const html = '<table><tr><td colspan=2>Phase</td><td>Due</td></tr><tr><td>a</td><td>b</td><td>c</td></tr></table>'
  expect(pasted('', html)).toEqual(['Phase |  | Due', 'a | b | c'])
})

test('text with tabs is a table too, with quotes around what has several lines', () => {
  expect(pasted('Milestone\tDue\r\n"Legal\nreview"\t14/9\r\n')).toEqual(['Milestone | Due', 'Legal review | 14/9'])
})

test('cells of one column are a list, and words are words', () => {
  expect(pasted('a\n  b', '<table><tr><td>a</td></tr><tr><td>&nbsp; b</td></tr></table>')).toEqual(['a', '> b'])
  expect(pasted('just words')).toBe(null)
  expect(pasted('just words', '<table><tr><td>just words</td></tr></table>')).toBe(null)
  expect(pasted('')).toBe(null)
})

test('a nested list whose text lost its indentation is read from the HTML', () => {
  const html = '<ul><li>Kick-off<ul><li>Agenda</li><li>[x] Invite</li></ul></li><li>Pilot</li></ul>'
  expect(pasted('• Kick-off\n• Agenda\n• [x] Invite\n• Pilot', html)).toEqual([
    'Kick-off',
    '> Agenda',
    '> Invite x',
    'Pilot',
  ])
  // Where words stand around it, the text has them all.
  expect(
    pasted('Our plan\n• Kick-off\n  • Agenda', '<p>Our plan</p><ul><li>Kick-off<ul><li>Agenda</li></ul></li></ul>'),
  ).toEqual(['Our plan', '> Kick-off', '> > Agenda'])
})

test('scripts, pictures and links of the clipboard are words at most', () => {
  const html = `<table><tr><td><script>globalThis.hacked = 1</script>a<img src=x onerror="globalThis.hacked=1"></td><td><a href="javascript:globalThis.hacked=1">b</a></td></tr><tr><td>\u202ec</td><td><iframe srcdoc="x"></iframe>d</td></tr></table>`
  const rows = pasted('', html)
  expect(rows?.[1]).toBe('c | d')
  expect(rows?.[0]).toMatch(/a \| b$/u)
  expect(globalThis).not.toHaveProperty('hacked')
})

test('more than a plan could hold is refused whole', () => {
  expect(pasted('a\tb\n'.repeat(5_001))).toBe('too-many-rows')
  expect(pasted('', `<table>${'<tr><td>a<td>b'.repeat(5_001)}</table>`)).toBe('too-many-rows')
  expect(pasted('\n'.repeat(60_000))).toBe('too-many-rows')
  expect(pasted('a'.repeat(2_000_001))).toBe('too-much-text')
  expect(pasted('', `<table>${' '.repeat(2_000_001)}`)).toBe('too-much-text')
})

test('of thousands of columns the first fifty are read', () => {
  const read = readClipboard({ text: `${'a\t'.repeat(3_000)}a\nb`, html: '' })
  expect(read).toMatchObject({ kind: 'table', columnsLeftOut: 2_951 })
  expect(read?.kind === 'table' ? read.table[0]?.length : 0).toBe(50)
  const wide = `<table><tr><td colspan=1000 rowspan=60000>a</td><td>b</td></tr><tr><td>c</td></tr></table>`
  expect(pasted('', wide)).toBe(null)
})
