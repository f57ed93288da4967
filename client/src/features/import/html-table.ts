/**
 * The table and the list in what spreadsheets and documents put on the clipboard as HTML. Parsed into a document of its own
 * that is never drawn, without anything that could run or be fetched (`bare-html`); only its words are read.
 */
import { bareHtml } from './bare-html.ts'
import type { ListLine } from './plain-list.ts'
import { cleanCell, TABLE_LIMITS, type TooBig } from './table.ts'

/** The biggest table in it as rows of words; null where there is none. */
export function tableInHtml(html: string): readonly (readonly string[])[] | TooBig | null {
  const page = pageOf(html)
  if (page === null) return html.length > TABLE_LIMITS.letters ? 'too-much-text' : null
  const tables = [...page.querySelectorAll('table')].toSorted((a, b) => b.rows.length - a.rows.length)
  const table = tables[0]
  if (table === undefined || table.rows.length === 0) return null
  return table.rows.length > TABLE_LIMITS.rows ? 'too-many-rows' : rowsOf(table)
}

/** A cell that spans rows stands in the first of them, one that spans columns in the first of those. */
function rowsOf(table: HTMLTableElement): readonly (readonly string[])[] {
  /** Per column: how many rows below are covered by a cell from above. */
  const covered: number[] = []
  return [...table.rows].map((row) => {
    const cells: string[] = []
    const below: [number, number][] = []
    let column = 0
    const skipCovered = () => {
      while ((covered[column] ?? 0) > 0) {
        covered[column] = (covered[column] ?? 0) - 1
        column += 1
      }
    }
    for (const cell of row.cells) {
      skipCovered()
      if (column >= TABLE_LIMITS.columns) break
      cells[column] = wordsIn(cell)
      const wide = Math.min(Math.max(cell.colSpan, 1), TABLE_LIMITS.columns - column)
      for (let step = 0; step < wide; step += 1) below.push([column + step, Math.max(cell.rowSpan, 1) - 1])
      column += wide
    }
    skipCovered()
    for (const [at, rows] of below) covered[at] = rows
    return Array.from(cells, (cell) => cell ?? '')
  })
}

/** Spaces that the source wrote to indent a cell (Excel, Google Sheets) are part of its words. */
function wordsIn(cell: HTMLTableCellElement): string {
  for (const br of cell.querySelectorAll('br')) br.replaceWith(' ')
  const text = cell.textContent.replaceAll(/[\t\n\r ]+/gu, ' ')
  return text.startsWith(' ') ? text.slice(1) : text
}

/** The items of its lists with how deep they stand; null where it is no list, or more than one. */
export function listInHtml(html: string): readonly ListLine[] | null {
  const items = [...(pageOf(html)?.querySelectorAll('li') ?? [])]
  if (items.length < 2 || items.length > TABLE_LIMITS.rows) return null
  const depths = items.map(depthOf)
  const least = Math.min(...depths)
  return items.flatMap((item, at) => {
    const text = cleanCell(ownWords(item)).trim()
    const tick = /^\[([ xX])?\] ?/u.exec(text)
    const done = /x/iu.test(tick?.[1] ?? '') || item.getAttribute('aria-checked') === 'true'
    const words = tick === null ? text : text.slice(tick[0].length)
    return words === '' ? [] : [{ text: words, depth: (depths[at] ?? 0) - least, done, row: at + 1 }]
  })
}

function depthOf(item: Element): number {
  let depth = 0
  for (let above = item.parentElement; above !== null; above = above.parentElement) {
    if (above.tagName === 'UL' || above.tagName === 'OL') depth += 1
  }
  return depth
}

/** Without the words of the lists inside it. */
function ownWords(node: Node): string {
  let words = ''
  for (const child of node.childNodes) {
    const { nodeName } = child
    if (nodeName === 'UL' || nodeName === 'OL') continue
    words += nodeName === 'BR' ? ' ' : child.nodeType === child.TEXT_NODE ? (child.textContent ?? '') : ownWords(child)
  }
  return words
}

/** No page where there is nothing to look for, or too much of it. */
function pageOf(html: string): Document | null {
  if (html.length > TABLE_LIMITS.letters || !/<(table|li)\b/iu.test(html)) return null
  return new DOMParser().parseFromString(bareHtml(html), 'text/html')
}
