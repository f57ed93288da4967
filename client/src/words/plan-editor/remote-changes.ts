// What others changed, said to those who do not see the page.

export const remoteChangeWords = {
  changed: (name: string, things: number, place: string) =>
    `${name} changed ${things === 1 ? '1 thing' : `${things} things`} in ${place}`,
  somebody: 'Somebody',
  others: 'Others',
  places: {
    plan: 'the plan',
    head: 'the head of the plan',
    people: 'people',
    keyDates: 'key dates',
    goals: 'what it is for',
    ways: 'how we work together',
  },
}
