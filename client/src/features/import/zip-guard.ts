/**
 * Whether an archive may be opened at all: read from its directory before anything is unpacked, because a few kilobytes can
 * say that they are many gigabytes. The library stops unpacking where the directory says that a file ends; so what the
 * directory says is the bound, and a file that does not say it is refused.
 */
export const ARCHIVE_LIMITS = { files: 2_000, unpacked: 80_000_000 } as const

export type ArchiveProblem = 'damaged' | 'too-big'

const DIRECTORY_END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const SAYS_LATER = 0xffffffff

export function problemOfArchive(bytes: Uint8Array): ArchiveProblem | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  if (end === null) return 'damaged'
  const files = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (files > ARCHIVE_LIMITS.files || at === SAYS_LATER) return 'too-big'
  let unpacked = 0
  for (let file = 0; file < files; file += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return 'damaged'
    const packed = view.getUint32(at + 20, true)
    const size = view.getUint32(at + 24, true)
    const isFolder = bytes[at + 45 + view.getUint16(at + 28, true)] === 0x2f
    if (size === SAYS_LATER || packed === SAYS_LATER) return 'too-big'
    // A file of no length that is packed into something, or says elsewhere how long it is, would be unpacked without an end.
    const saysElsewhere = (view.getUint16(at + 8, true) & 8) !== 0 && packed === 0
    if (!isFolder && (saysElsewhere || (size === 0 ? packed > 2 : packed === 0))) return 'damaged'
    unpacked += size
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return unpacked > ARCHIVE_LIMITS.unpacked ? 'too-big' : null
}

function directoryEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at
  }
  return null
}
