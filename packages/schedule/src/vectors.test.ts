/** The checked cases, to the letter. They are examples of the rules; properties.test.ts holds what no example can. */
import { describe, expect, test } from 'vitest'
import vectors from '../vectors.json' with { type: 'json' }
import { attribute, forecast, parseLocalDate, planBackward, type LocalDate, type ScheduleInput } from './index.ts'

describe.each(vectors)('$name', ({ input: raw, expect: expected }) => {
  const input = raw as unknown as ScheduleInput

  test('[SCHED-6] forecast', () => {
    expect(forecast(input)).toEqual(expected.forecast)
  })

  test('[SCHED-9] attribution', () => {
    expect(attribute(input)).toEqual(expected.attribution)
  })

  test.runIf('goLiveTarget' in raw)('[SCHED-13] working back', () => {
    const target = parseLocalDate('goLiveTarget' in raw ? raw.goLiveTarget : null) as LocalDate
    expect(planBackward(input, target)).toEqual('backward' in expected ? expected.backward : null)
  })
})
