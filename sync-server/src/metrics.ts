// The relay's figures in the Prometheus text format, made by prom-client from the table in `metric-rows.ts`.
//
// A gauge is a question asked when somebody looks, so nothing has to be kept in step. Each relay has a registry of its own:
// two in one process (tests) do not count into each other.
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import {
  METRIC_PREFIX,
  METRIC_ROWS,
  type CounterName,
  type GaugeName,
  type HistogramName,
  type MetricName,
} from './metric-rows.ts'

type Labels = Readonly<Record<string, string | number>>
/** One value, or one per value of the row's label. */
export type Reading = number | Readonly<Record<string, number>>

export interface Metrics {
  count(name: CounterName, labels?: Labels, by?: number): void
  observe(name: HistogramName, value: number): void
  /** The value is asked for when somebody looks. */
  gauge(name: GaugeName, read: () => Reading): void
  text(): Promise<string>
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  const counters = new Map<MetricName, Counter>()
  const histograms = new Map<MetricName, Histogram>()
  for (const [key, row] of Object.entries(METRIC_ROWS)) {
    const name = key as MetricName
    const options = { name: METRIC_PREFIX + name, help: row.help, registers: [registry] }
    const labelNames = 'labels' in row ? [...row.labels] : []
    if (row.kind === 'counter') counters.set(name, new Counter({ ...options, labelNames }))
    if (row.kind === 'histogram') histograms.set(name, new Histogram({ ...options, buckets: [...row.buckets] }))
  }

  return {
    count: (name, labels = {}, by = 1) => counters.get(name)?.inc({ ...labels }, by),
    observe: (name, value) => histograms.get(name)?.observe(value),
    gauge: (name, read) => {
      const row = METRIC_ROWS[name]
      const [label] = 'labels' in row ? row.labels : []
      const gauge = new Gauge({
        name: METRIC_PREFIX + name,
        help: row.help,
        registers: [registry],
        labelNames: label === undefined ? [] : [label],
        collect() {
          const reading = read()
          if (typeof reading === 'number') gauge.set(reading)
          else for (const [value, amount] of Object.entries(reading)) gauge.set({ [label ?? '']: value }, amount)
        },
      })
    },
    text: () => registry.metrics(),
  }
}

/** Milliseconds between two looks at the main thread. Each is a wake-up, and most relays are idle most of the time. */
const LOOK_MS = 100

/**
 * What Node itself knows (memory, processor, file handles) and how long the main thread was busy. Once per process: it
 * watches the whole of it, and there is no way to stop watching.
 */
export function watchProcess(metrics: Metrics): Metrics {
  const registry = new Registry()
  // Its own look at the main thread would wake an idle process a hundred times a second; ours below is enough.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 60_000 })
  let lookedAt = performance.now()
  let worst = 0
  const looking = setInterval(() => {
    const now = performance.now()
    worst = Math.max(worst, now - lookedAt - LOOK_MS)
    lookedAt = now
  }, LOOK_MS)
  looking.unref()
  metrics.gauge('event_loop_lag_seconds', () => {
    // Who asks comes in between two looks, perhaps right after what kept everybody waiting.
    const told = Math.max(worst, performance.now() - lookedAt - LOOK_MS)
    worst = 0
    return told / 1_000
  })
  return { ...metrics, text: async () => `${await metrics.text()}\n${await registry.metrics()}` }
}
