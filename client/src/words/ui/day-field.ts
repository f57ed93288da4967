// What a field for a day says.

export const dayFieldWords = {
  placeholder: 'Pick or type a day',
  notADay: (typed: string) => `“${typed}” is not a day. Try 21 Sep, Fri or +5.`,
  notYet: (day: string) => `${day} has not come yet.`,
  pickFor: (label: string) => `${label}: pick a day`,
  openFor: (label: string) => `${label}: open the calendar`,
  calendar: 'Day',
  noDate: 'No date',
}
