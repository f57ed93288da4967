export {
  addCalendarDays,
  calendarDaysBetween,
  parseLocalDate,
  weekdayOf,
  type LocalDate,
  type Weekday,
} from './local-date.ts'
export {
  addWorkdays,
  isWorkday,
  workCalendar,
  workdayOnOrAfter,
  workdayOnOrBefore,
  workdaysBetween,
  type CalendarInput,
  type WorkCalendar,
} from './work-calendar.ts'
export { type ScheduleInput, type ScheduleMilestone } from './schedule-input.ts'
export {
  forecast,
  type Driver,
  type Forecast,
  type GoLiveForecast,
  type MilestoneForecast,
  type Status,
} from './forecast.ts'
export { attribute, type Cause } from './attribution.ts'
export { planBackward, type BackwardPlan } from './plan-backward.ts'
export { workLeft, type WorkLeft } from './work-left.ts'
