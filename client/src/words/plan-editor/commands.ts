// What is said once something was done to a line, or why it was not.
import { count, numberText } from '../../format/count.ts'
import { commonWords } from '../common.ts'

export const commandWords = {
  milestoneMoved: (from: number, to: number) => `Milestone ${from} moved to place ${to}`,
  stepMoved: (milestone: number) => `Step moved to milestone ${milestone}`,
  stepMovedWithin: (from: number, to: number, milestone: number) =>
    `Step ${from} moved to place ${to} in milestone ${milestone}`,
  lastMilestone: 'Already the last milestone',
  firstMilestone: 'Already the first milestone',
  lastStep: 'Already the last step',
  firstStep: 'Already the first step',
  noneAbove: 'The first milestone has none above it',
  goLiveStays: 'Go-live stays a milestone',
  resultStays: 'The result stays a milestone',
  nowStepOf: (milestone: number) => `Now a step of milestone ${milestone}`,
  nowMilestone: (number: number) => `Now milestone ${number}`,
  milestoneDone: (number: number) => `Milestone ${number} done`,
  milestoneOpen: (number: number) => `Milestone ${number} open again`,
  stepDone: 'Step done',
  stepOpen: 'Step open again',
  milestonesFull: (most: number) => `A plan holds at most ${numberText(most)} milestones. Remove one to add another.`,
  stepsFull: (most: number) => `A plan holds at most ${numberText(most)} steps. Remove one to add another.`,
  milestoneRemoved: (number: number, steps: number) =>
    `Milestone ${number} removed${steps === 0 ? '' : ` with ${count(steps, 'step')}`}`,
  stepRemoved: (milestone: number) => `Step removed from milestone ${milestone}`,
  undo: commonWords.undo,
  showRemoved: 'Show removed',
}
