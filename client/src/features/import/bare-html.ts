/**
 * HTML with nothing left in it but its elements and how many cells they cover. What is pasted is parsed into a document that
 * is never drawn and where nothing runs; but a browser asks the page's policy about each style and handler in it even so, and
 * tells of every one. So they are taken out before. One pass over the text, however it is written.
 */
const NAME = /\/?[a-z][a-z0-9]*/iy
const KEPT = /\b(rowspan|colspan|aria-checked)\s*=\s*["']?(\w{1,6})/giu
const LONGEST_TAG = 4_000

export function bareHtml(html: string): string {
  const parts: string[] = []
  const lower = html.toLowerCase()
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) break
    parts.push(html.slice(at, open))
    NAME.lastIndex = open + 1
    const name = NAME.exec(html)?.[0].toLowerCase()
    if (name === undefined) {
      const isMarkup = html[open + 1] === '!' || html[open + 1] === '?'
      if (!isMarkup) parts.push('&lt;')
      at = isMarkup ? behind(html, html.startsWith('<!--', open) ? '-->' : '>', open) : open + 1
      continue
    }
    const end = tagEnd(html, open)
    if (name === 'script' || name === 'style') {
      const close = lower.indexOf(`</${name}`, end)
      at = close === -1 ? html.length : behind(html, '>', close)
      continue
    }
    const kept = [...html.slice(open, Math.min(end, open + LONGEST_TAG)).matchAll(KEPT)]
    parts.push(`<${name}${kept.map(([, key, value]) => ` ${key}="${value}"`).join('')}>`)
    at = end
  }
  return parts.join('') + html.slice(at)
}

/** Behind its ">", those in quotes left aside. */
function tagEnd(html: string, open: number): number {
  let quote = ''
  for (let at = open; at < html.length; at += 1) {
    const sign = html[at]
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at + 1
  }
  return html.length
}

function behind(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at === -1 ? html.length : at + mark.length
}
