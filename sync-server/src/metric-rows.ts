// Every figure the relay tells about itself: name, kind, meaning. `metrics.ts` makes them; the dashboard and the page for
// those who run the relay are held against this table by tests. A name that is not here does not compile.
//
// No label ever holds a secret, a plan, a link, an address or a name: label values are words of our own code.

interface Row {
  readonly kind: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly labels?: readonly string[]
  /** Upper bounds of a histogram. */
  readonly buckets?: readonly number[]
}

const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]
const ROWS_OF_A_BATCH = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000]

export const METRIC_ROWS = {
  commit_batch_size: {
    kind: 'histogram',
    help: 'Changes written with one wait for the disk',
    buckets: ROWS_OF_A_BATCH,
  },
  commit_seconds: { kind: 'histogram', help: 'One wait for the disk', buckets: SECONDS },
  commit_failures_total: { kind: 'counter', help: 'Batches that could not be written' },
  ack_lag_seconds: { kind: 'histogram', help: 'From the arrival of a change to its being on disk', buckets: SECONDS },
  uncommitted_bytes: { kind: 'gauge', help: 'Changes that wait for the disk' },
  uncommitted_seconds: { kind: 'gauge', help: 'How long the oldest of them has waited' },

  rooms_loaded: { kind: 'gauge', help: 'Rooms in memory' },
  room_content_bytes: { kind: 'gauge', help: 'Content of rooms in memory' },
  waiting_rows: { kind: 'gauge', help: 'Changes that wait for an earlier one that never came' },
  waiting_bytes: { kind: 'gauge', help: 'Their bytes' },
  room_load_seconds: { kind: 'histogram', help: 'From the wish to join to the loaded room', buckets: SECONDS },
  foreign_structs_total: { kind: 'counter', help: 'Changes under a Yjs client id that another link was first to use' },
  compactions_total: { kind: 'counter', help: 'Merges of a room' },
  collections_total: { kind: 'counter', help: 'Rooms whose deleted content was let go of' },
  segments_restored_total: {
    kind: 'counter',
    help: 'Damaged segments that were put together again. The disk wants looking at',
  },
  compaction_mismatch_total: {
    kind: 'counter',
    help: 'Merges that would have changed a room; none was kept. Look at it',
  },

  sockets: { kind: 'gauge', help: 'Open connections' },
  sockets_lagging: { kind: 'gauge', help: 'Connections that are behind and wait for a catch-up' },
  sockets_paused: { kind: 'gauge', help: 'Connections that are read more slowly, by why', labels: ['why'] },
  socket_buffered_bytes: { kind: 'gauge', help: 'What waits for all readers together' },
  socket_errors_total: { kind: 'counter', help: 'Connections that broke' },
  joins_total: { kind: 'counter', help: 'Connections let in', labels: ['right', 'room'] },
  upgrades_held: {
    kind: 'gauge',
    help: 'Clients kept waiting at the door because they were sent away and came back at once',
  },
  catchups_total: { kind: 'counter', help: 'Readers that got one catch-up instead of single changes' },
  closed_total: { kind: 'counter', help: 'Connections closed by the relay, by close code', labels: ['code'] },
  refused_total: { kind: 'counter', help: 'What was turned away, by why', labels: ['why'] },
  cut_off_total: { kind: 'counter', help: 'Connections cut without a goodbye, by why', labels: ['why'] },
  calls_failed_total: { kind: 'counter', help: 'HTTP calls that failed within the relay' },

  event_loop_lag_seconds: {
    kind: 'gauge',
    help: 'The longest that the main thread was not to be had since the last look',
  },
  limit: { kind: 'gauge', help: 'The limits in force', labels: ['limit'] },
} as const satisfies Record<string, Row>

export type MetricName = keyof typeof METRIC_ROWS
type NameOf<Kind extends Row['kind']> = {
  [Name in MetricName]: (typeof METRIC_ROWS)[Name]['kind'] extends Kind ? Name : never
}[MetricName]
export type CounterName = NameOf<'counter'>
export type GaugeName = NameOf<'gauge'>
export type HistogramName = NameOf<'histogram'>

export const METRIC_PREFIX = 'milepost_'
