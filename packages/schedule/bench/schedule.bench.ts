/**
 * How long the schedule of one plan takes. Each line is one figure: the median of many runs after a warm-up, so that
 * another process on the machine does not show. Run: node packages/schedule/bench/schedule.bench.ts
 */
import { attribute, forecast, planBackward, type LocalDate, type ScheduleInput } from '../src/index.ts'
import { allOverdueAtOnce, chainOf, networkOfSize } from '../src/testing/large-plans.ts'

const TARGET = '2027-06-30' as LocalDate

measure('schedule: forecast and attribution, 12 milestones in a chain', chainOf(12), 2000, 0.1)
measure('schedule: forecast and attribution, 12 milestones in a network', networkOfSize(12, 7), 2000, 0.1)
measure('schedule: forecast and attribution, 1,000 milestones in a chain', chainOf(1000), 40, 30)
measure('schedule: forecast and attribution, 1,000 milestones in a network', networkOfSize(1000, 7), 40, 30)
measure('schedule: forecast and attribution, 1,000 overdue at once', allOverdueAtOnce(1000), 40, 30)
measure('schedule: working back, 1,000 milestones in a network', networkOfSize(1000, 7), 40, 30, (input) =>
  planBackward(input, TARGET),
)

function measure(
  name: string,
  input: ScheduleInput,
  runs: number,
  goal: number,
  work: (input: ScheduleInput) => unknown = both,
): void {
  for (let run = 0; run < runs; run++) work(input)
  const times = Array.from({ length: runs }, () => {
    const begin = performance.now()
    work(input)
    return performance.now() - begin
  }).toSorted((a, b) => a - b)
  const median = times[Math.floor(times.length / 2)] ?? 0
  console.log(JSON.stringify({ name, value: Number(median.toFixed(4)), unit: 'ms', goal: `under ${goal}` }))
}

function both(input: ScheduleInput): unknown {
  return [forecast(input), attribute(input)]
}
