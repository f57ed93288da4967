// Counts and gauges in the Prometheus text format, by hand: the relay needs a dozen lines of it.
//
// A gauge is a question asked when somebody looks, so nothing has to be kept in step. No label ever holds a secret, a plan
// id or a name.

export interface Metrics {
  count(name: string, labels?: Readonly<Record<string, string | number>>, by?: number): void
  /** Adds to `<name>_sum` and `<name>_count`. */
  observe(name: string, value: number): void
  gauge(name: string, read: () => number): void
  text(): string
}

export function createMetrics(): Metrics {
  const counters = new Map<string, number>()
  const gauges = new Map<string, () => number>()

  function add(series: string, by: number): void {
    counters.set(series, (counters.get(series) ?? 0) + by)
  }

  return {
    count: (name, labels = {}, by = 1) => add(seriesOf(name, labels), by),
    observe: (name, value) => {
      add(`milepost_${name}_sum`, value)
      add(`milepost_${name}_count`, 1)
    },
    gauge: (name, read) => void gauges.set(name, read),
    text: () => {
      const lines = [...counters].map(([series, value]) => `${series} ${value}`)
      for (const [name, read] of gauges) lines.push(`${seriesOf(name, {})} ${read()}`)
      return `${lines.toSorted().join('\n')}\n`
    },
  }
}

function seriesOf(name: string, labels: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${value}"`)
  return `milepost_${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`}`
}
