// A picture of a screen made small: the browser writes three bytes for each point, and a page has few colours. The 256 that are
// there most often stay as they are, every other one becomes the nearest of them, which nobody sees in the edge of a letter.
import { deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const COLOURS = 256

interface Points {
  readonly width: number
  readonly height: number
  /** 0xRRGGBB for each. */
  readonly colours: Uint32Array
}

export function smallPng(png: Buffer): Buffer {
  const points = pointsOf(png)
  const palette = paletteOf(points.colours)
  const { width, height, colours } = points
  const index = nearestIn(palette)
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) lines[y * (width + 1) + x + 1] = index(colours[y * width + x] ?? 0)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const plte = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', plte),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Reads what a browser writes: eight bits a channel, with or without alpha, not interlaced. */
function pointsOf(png: Buffer): Points {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const channels = png[25] === 6 ? 4 : png[25] === 2 ? 3 : 0
  if (channels === 0 || png[24] !== 8 || png[28] !== 0) throw new Error('not a picture that a browser made')
  const raw = inflateSync(Buffer.concat(dataOf(png)))
  const stride = width * channels
  const colours = new Uint32Array(width * height)
  let above = new Uint8Array(stride)
  for (let y = 0; y < height; y += 1) {
    const at = y * (stride + 1)
    const line = unfiltered(raw[at] ?? 0, raw.subarray(at + 1, at + 1 + stride), above, channels)
    for (let x = 0; x < width; x += 1) {
      const [red = 0, green = 0, blue = 0] = line.subarray(x * channels)
      colours[y * width + x] = (red << 16) | (green << 8) | blue
    }
    above = line
  }
  return { width, height, colours }
}

function dataOf(png: Buffer): readonly Buffer[] {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  return parts
}

function unfiltered(filter: number, line: Uint8Array, above: Uint8Array, channels: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(line.length)
  for (let at = 0; at < line.length; at += 1) {
    const left = at < channels ? 0 : (out[at - channels] ?? 0)
    const up = above[at] ?? 0
    const before = at < channels ? 0 : (above[at - channels] ?? 0)
    out[at] = (line[at] ?? 0) + predicted(filter, left, up, before)
  }
  return out
}

function predicted(filter: number, left: number, up: number, before: number): number {
  if (filter < 4) return [0, left, up, (left + up) >> 1][filter] ?? 0
  const estimate = left + up - before
  const [toLeft, toUp, toBefore] = [left, up, before].map((each) => Math.abs(estimate - each)) as [
    number,
    number,
    number,
  ]
  if (toLeft <= toUp && toLeft <= toBefore) return left
  return toUp <= toBefore ? up : before
}

function paletteOf(colours: Uint32Array): readonly number[] {
  const times = new Map<number, number>()
  for (const colour of colours) times.set(colour, (times.get(colour) ?? 0) + 1)
  return [...times]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, COLOURS)
    .map(([colour]) => colour)
}

function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, at) => [colour, at]))
  return (colour) => {
    const found = known.get(colour)
    if (found !== undefined) return found
    let nearest = 0
    let least = Infinity
    for (const [at, each] of palette.entries()) {
      const far = distance(colour, each)
      if (far < least) [nearest, least] = [at, far]
    }
    known.set(colour, nearest)
    return nearest
  }
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [(a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255)]
  return 2 * red * red + 4 * green * green + 3 * blue * blue
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(data.length, 0)
  out.set(named, 4)
  out.writeUInt32BE(crc(named), named.length + 4)
  return out
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
