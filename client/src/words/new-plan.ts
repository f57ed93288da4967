// A new plan: what is asked at the left, and the plan it makes at the right.
import type { DealSize } from '@milepost/templates'
import { count, plural } from '../format/count.ts'
import { listText, possessive } from '../format/names.ts'
import { workdaysText } from './slip-text.ts'

const deals: Readonly<Record<DealSize, string>> = {
  small: 'Small deals',
  medium: 'Medium deals',
  large: 'Large deals',
}

export const newPlanWords = {
  title: 'Start from the day it goes live',
  draftSaved: 'Draft saved on this device',
  draftDiscarded: 'Draft discarded',
  discard: 'Discard',
  create: 'Create plan',
  failed: 'The plan could not be made',
  failedWhat: 'Your draft is kept on this device. Load the page again and try once more.',
  startingPoint: {
    title: 'Starting point',
    industry: { label: 'Industry', any: 'Any industry' },
    goal: { label: 'Goal', any: 'Any goal' },
    size: { label: 'Size of deal', any: 'Any size', deals },
    blank: 'Yours to write',
    holds: (milestones: number, days: number) => `${count(milestones, 'milestone')}, ${count(days, 'day')}`,
    ownVersion: (holds: string, version: number) => `${holds}, version ${version}`,
    spreadsheet: 'From a spreadsheet',
    spreadsheetChosen: <T>(file: T) => [file, ' You see what comes out of it as soon as the plan is there.'],
    withoutSpreadsheet: 'Without the spreadsheet',
  },
  sides: {
    title: 'Who it is for',
    buyer: { label: 'Buyer', placeholder: 'The buyer’s company', missing: 'Who is the plan for?' },
    seller: { label: 'Seller', placeholder: 'The seller’s company', missing: 'Which company works on it with them?' },
    outcome: { label: 'Outcome', placeholder: 'The outcome, in the buyer’s words' },
  },
  you: {
    known: 'You',
    change: 'Change',
    title: 'Who you are',
    detail: 'asked once, kept on this device',
    side: 'Your side',
    buyer: { unnamed: 'The buyer', detail: 'I am on the buyer’s side' },
    seller: { unnamed: 'The seller', detail: 'I am on the seller’s side' },
    role: 'Your role',
    roleMissing: 'What is your part in it? The role first.',
    name: 'Your name',
  },
  goLive: { title: 'Go-live', placeholder: 'Pick or type a day: 14 Sep' },
  keyDate: {
    title: (buyer: string) => (buyer === '' ? 'The buyer’s own date' : `${possessive(buyer)} own date`),
    detail: 'that makes this worth keeping to',
    what: { label: 'What happens then', placeholder: 'What ends or begins' },
    day: { label: 'The day of it', placeholder: 'Day' },
    /** What go-live leaves before it. It may be nothing, or less. */
    room(days: number): string {
      if (days > 0) return `Go-live leaves ${workdaysText(days)} of room.`
      if (days === 0) return 'Go-live falls on that day: no room is left.'
      return `Go-live is ${workdaysText(-days)} after that day.`
    },
  },
  preview: {
    label: 'The plan as it would be',
    milestones: (milestones: number) => count(milestones, 'milestone'),
    workedBack: (goLive: string) => `Worked back from ${goLive}`,
    setGoLive: 'Set go-live, and every date is worked back from it.',
    nothingTakesDays: 'Nothing takes any days yet.',
    needed: (needed: number, left: number) => `${count(needed, 'working day')} needed, ${left} left including today`,
    columns: { outcome: 'Outcome, and the role that owns it', takes: 'Takes', due: 'Due' },
    today: 'Today',
    ownerLater: 'Owner comes later',
    doneBefore: 'Done before today',
    notDone: 'Not done yet',
    notDoneLabel: (milestone: string) => `Not done yet: ${milestone}`,
    dueOf: (milestone: string) => `Due day of ${milestone}`,
    setDay: 'Set a day',
    from: <T>(day: T) => ['from ', day],
    dayLess: (milestone: string) => `${milestone}: one day less`,
    dayMore: (milestone: string) => `${milestone}: one day more`,
    workingDays: (milestone: string) => `${milestone}: working days`,
    days: (days: number) => plural(days, 'day'),
    namesLater: 'Names come later: start with the role.',
    resultOn: (day: string, buyer: string) =>
      `The last milestone runs to ${day}, when ${buyer === '' ? 'the buyer' : buyer} sees the first result.`,
  },
  /** A plan that would have had to begin before today, and the ways out. */
  pastStart: {
    title: (workdays: number) => `The first step would have started ${count(workdays, 'working day')} ago`,
    why: (goLive: string, begins: string) =>
      `Working back from ${goLive}, the plan begins on ${begins}. A plan should begin close to today.`,
    noWay: 'Take a later go-live.',
    pick: 'Pick one, or change any number below.',
    goLiveOn: (day: string) => `Go live on ${day}`,
    room: (days: number) =>
      days > 0
        ? `${count(days, 'day')} of room`
        : days === 0
          ? 'no room left'
          : `${count(-days, 'day')} past that date`,
    alreadyDone: (milestones: readonly string[]) =>
      `${plural(milestones.length, 'Milestone')} ${listText(milestones)} ${plural(milestones.length, 'is', 'are')} already done`,
    shorten: (milestones: readonly string[], days: number) =>
      `Shorten ${listText(milestones)} by ${count(days, 'day')}`,
  },
}
