// The forms that add a key date and change one.
export const keyDateFormWords = {
  title: 'What happens',
  titleExample: 'Scanning contract ends',
  needsTitle: 'A key date needs a title',
  day: 'Day',
  from: 'From',
  to: 'To',
  moreDays: 'More than one day',
  endsTooEarly: 'It cannot end before it begins.',
  why: 'Why it matters',
  whyExample: 'Renewing costs €38k a month',
  side: 'Whose day it is',
  compelling: 'Compelling event',
  blocksWork: 'No work is done in it',
  add: 'Add the key date',
  remove: 'Remove this key date',
}
