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
