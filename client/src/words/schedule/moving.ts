// Moving one date, and many at once.
import { count } from '../../format/count.ts'
import { commonWords } from '../common.ts'

export const movingWords = {
  cancel: commonWords.cancel,
  reason: 'Reason',
  /** The reason that a milestone is given which is moved along with another. */
  follows: (milestone: number | null) => `Follows milestone ${milestone ?? ''}`,
  panel: {
    takeForecast: (day: string) => `Take the forecast, ${day}`,
    takeAlong: (followers: number) =>
      `Move the ${count(followers, 'milestone')} that ${followers === 1 ? 'follows' : 'follow'} as well`,
    reasonPrompt: 'What moved it?',
    move: 'Move date',
    hasPassed: 'This day has passed.',
    notBefore: (day: string, reason: string) =>
      `Not before ${day}: ${reason}. Kept all the same, it is marked as not yet possible.`,
    shorten: (to: number, from: number) => `Take ${count(to, 'day')} instead of ${from}, and it is possible`,
    noDate: (milestone: number) => `Milestone ${milestone} has no date`,
    moved: (milestone: number, day: string) => `Milestone ${milestone} moved to ${day}`,
    movedGoLiveStays: (milestone: number, day: string, goLive: string) =>
      `Milestone ${milestone} moved to ${day}; go-live stays on ${goLive}`,
    movedGoLiveMoves: (milestone: number, day: string, goLive: string) =>
      `Milestone ${milestone} moved to ${day}; go-live moves to ${goLive}`,
  },
  causedBy: {
    label: 'Caused by',
    untitledRole: 'Untitled role',
    claim: (company: string) => `Counts for ${company} once ${company} agrees; until then the owner carries the days.`,
  },
  reschedule: {
    fromHere: (milestone: number) => `Dates from milestone ${milestone} on`,
    toForecast: 'Take the forecast as the new promise',
    way: 'How the dates move',
    ways: {
      shift: 'By working days',
      forecast: 'To the forecast',
      back: 'Back from go-live',
    },
    days: 'Working days, minus for earlier',
    daysHint: 'A number of working days; −3 is earlier',
    tooLate: (days: number) =>
      `This begins ${count(days, 'working day')} too late: take a later go-live, or shorten an estimate.`,
    none: {
      /** `follow`: how many wait for it. */
      shift: (follow: number) => `${follow === 0 ? 'It has' : 'They have'} no date that could move.`,
      forecast: 'Every promise is what the forecast says.',
      back: 'Every date is where this go-live needs it.',
    },
    list: 'Dates that would move',
    reasonPrompt: 'What moved them?',
    move: (dates: number) => `Move ${count(dates, 'date')}`,
    moved: (dates: number) => `${count(dates, 'date')} moved`,
  },
}
