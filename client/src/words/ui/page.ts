// What stands on every page whatever it is about: the bar, the notices, what is still coming, what is read out of changes.
import { plural } from '../../format/count.ts'

export const pageWords = {
  brand: 'Milepost',
  home: 'Milepost, all plans',
  place: 'Place',
  plans: 'Plans',
  notices: 'Notices',
  dismissNotice: 'Dismiss',
  opening: 'Opening',
  partMissing: 'A part of the app has not arrived yet. It needs the network once.',
  moreChanges: (changes: number) => `and ${changes} more ${plural(changes, 'change')}`,
}
