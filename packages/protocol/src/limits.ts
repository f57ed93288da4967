// Every limit and time of the protocol in one place, each with its reason. Both ends read the same numbers.

const KB = 1024
const MB = 1024 * KB

export const LIMITS = {
  /** One websocket message. A stock client sends all its offline edits as one, so this is generous. */
  frameBytes: 8 * MB,
  /** One change. A document near this size is warned about by the app. */
  updateBytes: 4 * MB,
  /** All that a client kept while offline, in one message: the stock client cannot split it. */
  syncStep2Bytes: 8 * MB,
  /** Everything one room ever took in, before merging. */
  roomBytes: 64 * MB,
  roomUpdates: 2_000_000,
  /** Changes of a room that wait for a missing earlier one. More is no accident. */
  waitingRows: 1_000,
  waitingBytes: 1 * MB,
  /** Yjs client ids in one room: each open page is one, for ever. */
  roomClients: 100_000,
  /** A state vector of so many clients. */
  vectorBytes: 1 * MB,
  /** One piece of a document on its way to a client; each one resets the client's watchdog. */
  pieceBytes: 1 * MB,

  /** One person's presence. */
  presenceBytes: 8 * KB,
  /** Presences one socket may speak for: a tab, and the one it was before a reload. */
  presencesPerSocket: 2,
  /** Entries of one awareness message that are looked at. */
  presenceEntries: 1_000,
  /** Presence clocks beyond this are an attempt to mute somebody. */
  presenceClock: 2 ** 32 - 1,
  presenceClockStep: 2 ** 20,
  /** Of a larger crowd only those who did something last are shown. */
  presencesShown: 100,
  /** Presence changes of a room are gathered this long. */
  presenceTickMs: 50,

  /** How long a socket waits for its room to be read. */
  joinMs: 10_000,
  /** Rooms that are being read from disk at the same time. */
  loadsAtOnce: 50,

  socketsPerRoom: 500,
  sockets: 10_000,
  socketsPerCapability: 50,
  joinsPerSecondPerCapability: 10,
  joinsPerSecondPerAddress: 100,
  /** What a socket may send on and on; beyond the burst it is read more slowly, never cut. */
  framesPerSecond: 200,
  framesBurst: 2_000,
  bytesPerSecond: 1 * MB,
  bytesBurst: 8 * MB,
  callsPerSecondPerAddress: 50,
  callsBurst: 200,

  /** The stock client gives up on a socket that is silent for 30 s; it is told something sooner. */
  silenceMs: 15_000,
  pingMs: 25_000,
  missedPongs: 2,
  /** A socket that never says anything after joining. */
  firstFrameMs: 30_000,

  /** Above this a reader gets one catch-up later instead of each change now. */
  laggingBytes: 1 * MB,
  caughtUpBytes: 256 * KB,
  /** Above this, or without any progress for so long, a reader is cut off. */
  stalledBytes: 16 * MB,
  stalledMs: 30_000,

  /** What waits for the disk before writers are read more slowly. */
  commitQueueBytes: 8 * MB,
  commitRows: 2_000,
  /** When the newest part of a room is merged into segments. */
  tailRows: 256,
  tailBytes: 256 * KB,
  segmentBytes: 1 * MB,
  /** Merged or cut at once; more goes to a thread, because everybody else would wait for it. */
  mainThreadBytes: 512 * KB,
  mainThreadRows: 1_000,
  /** A room up to this size may have its deleted content collected, from so much on. */
  collectBytes: 8 * MB,
  collectFromBytes: 64 * KB,
  /** Never more updates than this in one merge: merging is quadratic in their number. */
  mergeFanIn: 64,

  /** Body of an HTTP call. */
  bodyBytes: 16 * KB,
  headerBytes: 8 * KB,
  /** Texts of a grant that people see. */
  labelChars: 120,
  /** Ids of a grant that mean something to the app only. */
  opaqueIdChars: 64,
  grantsPerPlan: 1_000,
  /** Who wrote when is kept this long, and can be asked for as far back. */
  contributionDays: 90,
  /** What compaction replaced is kept this long, so that a damaged segment can be put together again. */
  replacedMs: 24 * 60 * 60 * 1000,
  /** After a restore others' changes are taken from whoever still has them for so long: not everybody looks in daily. */
  healMs: 30 * 24 * 60 * 60 * 1000,
} as const

/** Contributions are counted in slots of five minutes. */
export const CONTRIBUTION_SLOT_MS = 5 * 60 * 1000
