/** The checked cases, to the letter. They are examples of the rules; properties.test.ts holds what no example can. */
import { expect, test } from 'vitest'
import vectors from '../vectors.json' with { type: 'json' }
import { attribute, forecast, parseLocalDate, planBackward, type LocalDate, type ScheduleInput } from './index.ts'

const cases = vectors.map(({ name, input, expect: expected }) => ({
  name,
  input: input as unknown as ScheduleInput,
  target: parseLocalDate('goLiveTarget' in input ? input.goLiveTarget : null) as LocalDate,
  expected,
  backward: 'backward' in expected ? expected.backward : null,
}))

test.each(cases)('[SCHED-6] forecast: $name', ({ input, expected }) => {
  expect(forecast(input)).toEqual(expected.forecast)
})

test.each(cases)('[SCHED-9] attribution: $name', ({ input, expected }) => {
  expect(attribute(input)).toEqual(expected.attribution)
})

test.each(cases.filter(({ backward }) => backward !== null))('[SCHED-13] working back: $name', (vector) => {
  expect(planBackward(vector.input, vector.target)).toEqual(vector.backward)
})
