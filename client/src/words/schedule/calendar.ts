// Which days count: weekdays, days off, public holidays, and the zone in which it becomes tomorrow.
import { count } from '../../format/count.ts'

export const calendarWords = {
  title: 'Which days count',
  lead: 'Everybody in the plan counts with these days.',
  begins: 'The plan begins on',
  bothSides: 'Both sides',
  whose: 'Whose',
  weekdays: {
    legend: 'Working days',
    none: 'Without a working day every day counts.',
    counts: (weekday: string) => `${weekday} counts`,
    countsNot: (weekday: string) => `${weekday} no longer counts`,
    andGoLive: (said: string, day: string) => `${said}; go-live moves to ${day}`,
  },
  daysOff: {
    heading: 'Days off',
    none: 'None yet. Freezes are key dates on which no work is done.',
    unnamed: 'Day off',
    countAgain: (day: string) => `Count ${day} again`,
    day: 'Day',
    name: 'What it is',
    nameExample: 'Company day',
    add: 'Add the day off',
  },
  publicHolidays: {
    heading: 'Public holidays',
    choose: 'Add those of a country',
    unreachable: 'They cannot be loaded now: that needs a network once.',
    country: 'Country',
    part: 'Part of it',
    wholeCountry: 'The whole country',
    allThere: 'All of them are in the plan.',
    list: 'Days that would be added',
    add: (days: number) => `Add ${count(days, 'day')} off`,
    added: (days: number) => `${count(days, 'day')} off added`,
    source: 'Public holidays by date-holidays, CC BY 3.0.',
  },
  zone: {
    label: 'Today is the day in',
    changed: (zone: string) => `Today is now the day in ${zone}`,
  },
}
