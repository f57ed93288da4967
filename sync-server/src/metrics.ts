// The relay's figures in the Prometheus text format, made by prom-client from the table in `metric-rows.ts`.
//
// A gauge is a question asked when somebody looks, so nothing has to be kept in step. Each relay has a registry of its own:
// two in one process (tests) do not count into each other.
import { monitorEventLoopDelay } from 'node:perf_hooks'
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

/**
 * What Node itself knows (memory, processor, file handles) and how long the main thread was busy. Once per process: it
 * watches the whole of it, and there is no way to stop watching.
 */
export function watchProcess(metrics: Metrics): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const delays = monitorEventLoopDelay({ resolution: 20 })
  delays.enable()
  metrics.gauge('event_loop_lag_seconds', () => {
    const worst = delays.count === 0 ? 0 : delays.max / 1e9
    delays.reset()
    return worst
  })
  return { ...metrics, text: async () => `${await metrics.text()}\n${await registry.metrics()}` }
}
