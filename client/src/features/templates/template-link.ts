/**
 * A template as a link that needs no server: all of it lies in the part behind `#`, which browsers send to nobody. Compressed, in the
 * letters that mail programs leave alone, and bounded on both ways: a link that nobody could send is not made, and one that would
 * unpack into a flood is cut off while it does.
 */
import { parseTemplate, TEMPLATE_FORMAT, type Template } from '@milepost/templates'
import { MOST_BYTES, readTemplateText, type TemplateReadProblem } from './template-file.ts'

/** Longer ones are cut by the programs they are sent with. */
export const LONGEST_LINK = 30_000

const START = 't='

/** 'too-big': it has to go as a file. */
export async function templateLink(template: Template, origin: string): Promise<string | 'too-big'> {
  const text = JSON.stringify(parseTemplate({ format: TEMPLATE_FORMAT, ...template }))
  const packed = await throughStream(new TextEncoder().encode(text), new CompressionStream('deflate-raw'), MOST_BYTES)
  if (packed === null) return 'too-big'
  const link = `${origin}/templates#${START}${toLetters(packed)}`
  return link.length > LONGEST_LINK ? 'too-big' : link
}

/** The template of a fragment (without `#`); null where the fragment speaks of none. */
export async function readTemplateLink(fragment: string): Promise<Template | TemplateReadProblem | null> {
  if (!fragment.startsWith(START)) return null
  if (fragment.length > LONGEST_LINK) return 'too-big'
  try {
    const packed = fromLetters(fragment.slice(START.length))
    const bytes = await throughStream(packed, new DecompressionStream('deflate-raw'), MOST_BYTES)
    if (bytes === null) return 'too-big'
    return readTemplateText(withFormat(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return 'unreadable'
  }
}

/** The format stands in the address already (`t=`), and every letter of a link counts. */
function withFormat(text: string): string {
  return `{"format":"${TEMPLATE_FORMAT}",${text.slice(1)}`
}

/** Null once more than `most` bytes have come out. */
async function throughStream(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = []
  let length = 0
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length
    if (length > most) {
      await reader.cancel()
      return null
    }
    parts.push(part.value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function toLetters(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromLetters(letters: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}
