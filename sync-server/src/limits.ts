// What the relay gives one socket, one link, one address and all of them together, each number with its setting.
//
// The protocol's own numbers are the defaults, so that app and relay agree where nobody chose otherwise. A table and not
// code: the settings, the page for those who run it and `milepost_limit` in the metrics are read from the same rows.
import { LIMITS } from '@milepost/protocol'

const KB = 1024
const MB = 1024 * KB
const SECOND = 1_000

interface LimitRow {
  readonly env: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly about: string
}

const row = (env: string, value: number, least: number, most: number, about: string): LimitRow => ({
  env,
  value,
  least,
  most,
  about,
})

export const LIMIT_ROWS = {
  frameBytes: row('MILEPOST_FRAME_BYTES', LIMITS.frameBytes, 64 * KB, 64 * MB, 'one websocket message; over it: 4413'),
  updateBytes: row('MILEPOST_UPDATE_BYTES', LIMITS.updateBytes, 16 * KB, 64 * MB, 'one change; over it: 4413'),
  uploadBytes: row(
    'MILEPOST_UPLOAD_BYTES',
    LIMITS.syncStep2Bytes,
    16 * KB,
    64 * MB,
    'all that a client kept while offline, in one message; over it: 4413',
  ),
  roomBytes: row(
    'MILEPOST_ROOM_BYTES',
    LIMITS.roomBytes,
    64 * KB,
    1024 * MB,
    'all that a room ever took in; full: 4413',
  ),
  roomUpdates: row(
    'MILEPOST_ROOM_UPDATES',
    LIMITS.roomUpdates,
    100,
    100_000_000,
    'changes a room ever took in; full: 4413',
  ),
  framesPerSecond: row(
    'MILEPOST_FRAMES_PER_SECOND',
    LIMITS.framesPerSecond,
    1,
    100_000,
    'frames a socket may send on and on; faster is read more slowly',
  ),
  framesBurst: row(
    'MILEPOST_FRAMES_BURST',
    LIMITS.framesBurst,
    1,
    1_000_000,
    'frames at once before that; also barriers that may wait',
  ),
  bytesPerSecond: row(
    'MILEPOST_BYTES_PER_SECOND',
    LIMITS.bytesPerSecond,
    1 * KB,
    1024 * MB,
    'bytes a socket may send on and on; faster is read more slowly',
  ),
  bytesBurst: row('MILEPOST_BYTES_BURST', LIMITS.bytesBurst, 64 * KB, 1024 * MB, 'bytes at once before that'),
  sockets: row('MILEPOST_SOCKETS', LIMITS.sockets, 1, 1_000_000, 'sockets of this relay; over it: 1013'),
  socketsPerRoom: row(
    'MILEPOST_SOCKETS_PER_ROOM',
    LIMITS.socketsPerRoom,
    1,
    100_000,
    'sockets in one room; over it: 1013',
  ),
  socketsPerLink: row(
    'MILEPOST_SOCKETS_PER_LINK',
    LIMITS.socketsPerCapability,
    1,
    1_000_000,
    'sockets of one link; over it: 1013',
  ),
  socketsPerAddress: row(
    'MILEPOST_SOCKETS_PER_ADDRESS',
    1_000,
    1,
    1_000_000,
    'sockets from one address (an office is one); over it: 1013',
  ),
  joinsPerSecondPerLink: row(
    'MILEPOST_JOINS_PER_SECOND_PER_LINK',
    LIMITS.joinsPerSecondPerCapability,
    1,
    100_000,
    'joins with one link, twice as many at once; over it: 1013',
  ),
  joinsPerSecondPerAddress: row(
    'MILEPOST_JOINS_PER_SECOND_PER_ADDRESS',
    LIMITS.joinsPerSecondPerAddress,
    1,
    100_000,
    'joins from one address, twice as many at once; over it: 1013',
  ),
  callsPerSecondPerLink: row(
    'MILEPOST_CALLS_PER_SECOND_PER_LINK',
    20,
    1,
    100_000,
    'HTTP calls with one link, five times as many at once; over it: 429',
  ),
  callsPerSecondPerAddress: row(
    'MILEPOST_CALLS_PER_SECOND_PER_ADDRESS',
    LIMITS.callsPerSecondPerAddress,
    1,
    100_000,
    'HTTP calls from one address, four times as many at once; over it: 429',
  ),
  loadsAtOnce: row(
    'MILEPOST_LOADS_AT_ONCE',
    LIMITS.loadsAtOnce,
    1,
    10_000,
    'rooms read from disk at the same time; the others wait',
  ),
  joinMs: row(
    'MILEPOST_JOIN_MS',
    LIMITS.joinMs,
    100,
    600 * SECOND,
    'how long a socket waits for its room; over it: 4503',
  ),
  upgradeMs: row(
    'MILEPOST_UPGRADE_MS',
    5 * SECOND,
    100,
    60 * SECOND,
    'how long the head of a request may take; over it: 408',
  ),
  headerBytes: row('MILEPOST_HEADER_BYTES', LIMITS.headerBytes, 2 * KB, 64 * KB, 'the head of a request; over it: 431'),
  firstFrameMs: row(
    'MILEPOST_FIRST_FRAME_MS',
    LIMITS.firstFrameMs,
    1 * SECOND,
    3_600 * SECOND,
    'how long a socket may say nothing after joining; over it: 1013',
  ),
  laggingBytes: row(
    'MILEPOST_LAGGING_BYTES',
    LIMITS.laggingBytes,
    64 * KB,
    64 * MB,
    'waiting for one reader before it gets a catch-up instead of each change',
  ),
  caughtUpBytes: row(
    'MILEPOST_CAUGHT_UP_BYTES',
    LIMITS.caughtUpBytes,
    16 * KB,
    64 * MB,
    'below this the catch-up is sent',
  ),
  stalledBytes: row(
    'MILEPOST_STALLED_BYTES',
    LIMITS.stalledBytes,
    1 * MB,
    1024 * MB,
    'waiting for one reader before it is cut off',
  ),
  stalledMs: row(
    'MILEPOST_STALLED_MS',
    LIMITS.stalledMs,
    1 * SECOND,
    3_600 * SECOND,
    'how long a reader may take no byte before it is cut off',
  ),
  bufferedBytes: row(
    'MILEPOST_BUFFERED_BYTES',
    512 * MB,
    4 * MB,
    1024 * 1024 * MB,
    'waiting for all readers together; over it those that take nothing are cut off, over twice of it whoever is furthest behind',
  ),
  commitQueueBytes: row(
    'MILEPOST_COMMIT_QUEUE_BYTES',
    LIMITS.commitQueueBytes,
    64 * KB,
    1024 * MB,
    'waiting for the disk before writers are read more slowly',
  ),
  commitQueueMs: row(
    'MILEPOST_COMMIT_QUEUE_MS',
    2 * SECOND,
    10,
    600 * SECOND,
    'the same, by how long the oldest change waits',
  ),
} as const satisfies Record<string, LimitRow>

export type LimitName = keyof typeof LIMIT_ROWS
export type RelayLimits = Readonly<Record<LimitName, number>>

export const LIMIT_NAMES = Object.keys(LIMIT_ROWS) as LimitName[]

export const DEFAULT_LIMITS: RelayLimits = limitsBy((name) => LIMIT_ROWS[name].value)

/** All limits from the environment, or one line about the first that cannot be. */
export function readLimits(
  env: Readonly<Record<string, string | undefined>>,
): RelayLimits | { readonly problem: string } {
  for (const name of LIMIT_NAMES) {
    const { env: setting, least, most } = LIMIT_ROWS[name]
    const text = env[setting]
    if (text === undefined || text === '') continue
    if (!/^\d{1,15}$/.test(text) || Number(text) < least || Number(text) > most) {
      return { problem: `${setting} must be a whole number from ${least} to ${most}, not "${text}".` }
    }
  }
  const limits = limitsBy((name) => Number(env[LIMIT_ROWS[name].env] || LIMIT_ROWS[name].value))
  for (const [smaller, larger] of NOT_ABOVE) {
    if (limits[smaller] > limits[larger]) {
      return { problem: `${LIMIT_ROWS[smaller].env} must not be above ${LIMIT_ROWS[larger].env}.` }
    }
  }
  return limits
}

/** A limit that another one makes unreachable would be a setting that does nothing. */
const NOT_ABOVE: readonly (readonly [LimitName, LimitName])[] = [
  ['updateBytes', 'frameBytes'],
  ['uploadBytes', 'frameBytes'],
  ['uploadBytes', 'roomBytes'],
  ['caughtUpBytes', 'laggingBytes'],
  ['laggingBytes', 'stalledBytes'],
  ['stalledBytes', 'bufferedBytes'],
]

function limitsBy(value: (name: LimitName) => number): RelayLimits {
  return Object.fromEntries(LIMIT_NAMES.map((name) => [name, value(name)])) as Record<LimitName, number>
}
