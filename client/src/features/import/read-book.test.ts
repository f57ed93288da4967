import { fc } from '@fast-check/vitest'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Book } from './book.ts'
import { readBook } from './read-book.ts'
import { textOfBytes } from './text-of-bytes.ts'
import { problemOfArchive } from './zip-guard.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, mark: boolean) => {
  const units = [...(mark ? '\ufeff' : ''), ...text].map((sign) => sign.charCodeAt(0))
  return new Uint8Array(new Uint16Array(units).buffer)
}
const rowsOf = (book: Book) => ('problem' in book ? book.problem : book.sheets[0]?.table.map((row) => row.join(' | ')))

test.each([
  ['commas', 'Milestone,Due\n"Legal, signed",2026-09-14\n', ['Milestone | Due', 'Legal, signed | 2026-09-14']],
  ['semicolons', 'Milestone;Due\r\nPrice 1,5;14.9.2026\r\n', ['Milestone | Due', 'Price 1,5 | 14.9.2026']],
  ['tabs', 'Milestone\tDue\nPilot\t', ['Milestone | Due', 'Pilot | ']],
  ['quotes and line breaks', 'a,"says ""go""\nnow"\n', ['a | says "go" now']],
  ['a mark in front', '\ufeffMilestone,Due\na,b', ['Milestone | Due', 'a | b']],
])('a text file with %s', async (_, text, rows) => expect(rowsOf(await readBook(bytes(text)))).toEqual(rows))

test('letters of other programs: UTF-16 with and without its mark, and what Windows wrote', async () => {
  expect(textOfBytes(bytes('Général'))).toBe('Général')
  expect(textOfBytes(utf16('Général', true))).toBe('Général')
  expect(rowsOf(await readBook(utf16('Milestone;Owner\nPilot of all plants;Général', false)))).toEqual([
    'Milestone | Owner',
    'Pilot of all plants | Général',
  ])
  expect(textOfBytes(Uint8Array.from([0x47, 0xe9, 0x6e, 0x20, 0x80]))).toBe('Gén €')
  expect(textOfBytes(Uint8Array.from([0xfe, 0xff, 0x00, 0x47]))).toBe('G')
})

const SHEETS = [
  {
    name: 'Plan',
    rows: [
      ['Milestone', 'Due', 'Days', 'Done'],
      ['Pilot', new Date(Date.UTC(2026, 8, 14)), 0.1 + 0.2, true],
      ['=1+1', null, 46279, false],
    ],
  },
  { name: 'Other', rows: [['a', 'b']] },
  { name: 'Empty', rows: [] },
]

test.each([
  ['XLSX', writeXlsx],
  ['ODS', writeOds],
])('a workbook: %s', async (_, write) => {
  const book = await readBook(await write({ sheets: SHEETS }))
  if ('problem' in book) throw new Error(book.problem)
  expect(book.sheets.map(({ name }) => name)).toEqual(['Plan', 'Other'])
  expect(rowsOf(book)).toEqual([
    'Milestone | Due | Days | Done',
    'Pilot | 2026-09-14 | 0.3 | true',
    expect.stringMatching(/ \| {2}\| 46279 \| false$/u),
  ])
})

test('a sheet that was hidden is not offered', async () => {
  const book = await readBook(
    await writeXlsx({ sheets: [...SHEETS, { name: 'Kept back', rows: [['x']], hidden: true }] }),
  )
  expect('problem' in book ? book.problem : book.sheets.map(({ name }) => name)).toEqual(['Plan', 'Other'])
})

test('a formula gives what the program had worked out, and no more', async () => {
  const cells = new Map([['0,1', { formula: 'HYPERLINK("https://evil.example")', value: 'click me' }]])
  const book = await readBook(await writeXlsx({ sheets: [{ name: 'a', rows: [['x', '']], cells }] }))
  expect(JSON.stringify(book)).not.toContain('evil.example')
})

test('what is no spreadsheet says so', async () => {
  const xlsx = await writeXlsx({ sheets: SHEETS })
  expect(rowsOf(await readBook(xlsx.slice(0, xlsx.length / 2)))).toBe('damaged')
  expect(rowsOf(await readBook(bytes('PK\u0003\u0004 and so on')))).toBe('damaged')
  expect(rowsOf(await readBook(zip([['word/document.xml', 'words']])))).toBe('damaged')
  expect(rowsOf(await readBook(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])))).toBe(
    'not-a-table',
  )
  expect(rowsOf(await readBook(new Uint8Array()))).toBe('empty')
  expect(rowsOf(await readBook(bytes(' \n , , \n')))).toBe('empty')
  expect(rowsOf(await readBook(new Uint8Array(15_000_001)))).toBe('too-big')
  expect(rowsOf(await readBook(bytes('a,b\n'.repeat(5_001))))).toBe('too-many-rows')
  expect(
    rowsOf(
      await readBook(await writeXlsx({ sheets: [{ name: 'a', rows: Array.from({ length: 5_001 }, () => ['a']) }] })),
    ),
  ).toBe('too-many-rows')
})

test('old files and files with a password are told apart', async () => {
  const envelope = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  expect(rowsOf(await readBook(Uint8Array.from([...envelope, ...new Uint8Array(600)])))).toBe('old-format')
  const locked = await writeXlsx({ sheets: SHEETS, encryption: { password: 'x', spinCount: 1 } })
  expect(rowsOf(await readBook(locked))).toBe('locked')
})

test('an archive that unpacks into more than a plan could need is not opened', async () => {
  const bomb = zip([['xl/worksheets/sheet1.xml', '0'.repeat(90_000_000)]])
  expect(bomb.length).toBeLessThan(200_000)
  expect([problemOfArchive(bomb), rowsOf(await readBook(bomb))]).toEqual(['too-big', 'too-big'])
  const many = zip(Array.from({ length: 2_001 }, (_, at): [string, string] => [`${at}`, 'x']))
  expect(problemOfArchive(many)).toBe('too-big')
})

test('an archive that lies about its sizes is not opened either', async () => {
  const honest: [string, string][] = [['[Content_Types].xml', '0'.repeat(90_000_000)]]
  expect(problemOfArchive(zip(honest, { size: 0 }))).toBe('damaged')
  // One that says less is unpacked as far as it says, and is damaged then.
  expect(problemOfArchive(zip(honest, { size: 100 }))).toBe(null)
  expect(rowsOf(await readBook(zip(honest, { size: 100 })))).toBe('damaged')
  expect(problemOfArchive(zip(honest, { size: 0xffffffff }))).toBe('too-big')
  expect(problemOfArchive(zip(honest, { saysElsewhere: true }))).toBe('damaged')
  expect(problemOfArchive(zip([['empty.xml', '']]))).toBe(null)
})

test('whatever the bytes, there is an answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('', 'PK\u0003\u0004', '\ufeff'),
      async (noise, start) => {
        const answer = await readBook(Uint8Array.from([...bytes(start), ...noise]))
        expect('problem' in answer || answer.sheets.length > 0).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})

/** An archive as other programs write it; `size` is what its directory says of every file. */
function zip(
  files: readonly (readonly [string, string])[],
  { size, saysElsewhere = false }: { readonly size?: number; readonly saysElsewhere?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const [name, text] of files) {
    const packed = deflateRawSync(text)
    const header = (signature: number, length: number) => {
      const view = new DataView(new ArrayBuffer(length))
      view.setUint32(0, signature, true)
      return view
    }
    const local = header(0x04034b50, 30)
    const entry = header(0x02014b50, 46)
    for (const [view, shift] of [
      [local, 0],
      [entry, 2],
    ] as const) {
      view.setUint16(8 + shift, 8, true)
      view.setUint32(18 + shift, packed.length, true)
      view.setUint32(22 + shift, size ?? text.length, true)
      view.setUint16(26 + shift, name.length, true)
    }
    if (saysElsewhere) {
      entry.setUint16(8, 8, true)
      entry.setUint32(20, 0, true)
      entry.setUint32(24, 0, true)
    }
    entry.setUint32(42, at, true)
    directory.push(new Uint8Array(entry.buffer), bytes(name))
    parts.push(new Uint8Array(local.buffer), bytes(name), packed)
    at += 30 + name.length + packed.length
  }
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(10, files.length, true)
  end.setUint32(16, at, true)
  return Uint8Array.from(Buffer.concat([...parts, ...directory, new Uint8Array(end.buffer)]))
}
