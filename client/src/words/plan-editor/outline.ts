// The milestones and their steps as they stand on the page. What is said after a command is in `commands.ts`.
import { count } from '../../format/count.ts'

export const outlineWords = {
  label: 'Plan',
  opening: 'Opening the plan',
  addMilestone: 'Add a milestone',
  foldAll: 'Fold all',
  unfoldAll: 'Unfold all',
  /** Behind the keys in the head. */
  keys: {
    newMilestone: 'new milestone',
    commands: 'commands',
  },
  /** No milestone is go-live. */
  askGoLive: {
    none: 'No milestone is go-live yet.',
    question: 'Which milestone is go-live?',
    choose: 'Choose',
    chooseLabel: 'Choose which milestone is go-live',
  },
  milestone: {
    title: (number: number) => `Title of milestone ${number}`,
    titlePrompt: 'What the buyer has then',
    benefit: (number: number) => `Benefit of milestone ${number}`,
    benefitPrompt: 'What do we get for the time?',
    steps: (number: number) => `Steps of milestone ${number}`,
    noSteps: 'No steps',
    noStepsYet: 'No steps yet',
    addStep: 'Add a step',
    complete: (number: number) => `Complete milestone ${number}`,
    reopen: (number: number) => `Reopen milestone ${number}`,
    /** On steps that are folded away. */
    unreadInside: (comments: number) => count(comments, 'unread comment'),
  },
  notes: {
    label: (number: number) => `Notes of milestone ${number}`,
    prompt: 'Notes',
    add: 'Add notes',
    ofResult: {
      label: 'What was promised, and what comes next',
      prompt: 'What was promised and what came of it; which gains come next',
      add: 'Add promises and next gains',
    },
  },
  step: {
    inSentence: (title: string) => `step ${title}`,
    title: 'Title of the step',
    titlePrompt: 'A piece of work',
    outcome: 'What there is once it is done',
    check: (title: string) => `Done: ${title}`,
    /** It waits for that one, which is still open. */
    doneBefore: (title: string) => `Done before ${title === '' ? 'a step' : `“${title}”`}`,
  },
  /** What a line says about itself to those who only hear it, one after the other. */
  heard: {
    step: 'Step',
    goLive: 'go-live',
    result: 'result',
    done: 'done',
    inProgress: 'in progress',
    notNeeded: 'not needed',
    waiting: 'waiting to be sent',
    folded: 'folded',
    unfolded: 'unfolded',
  },
  /** Behind a title. */
  trail: {
    notNeeded: 'Not needed',
    inProgress: 'In progress',
    waiting: 'waiting',
    completeAll: 'All steps done, complete it',
  },
  personIsHere: (name: string) => `${name} is here`,
  /** `line`: "milestone 3". */
  more: (line: string) => `More for ${line}`,
  owner: {
    none: 'Who owns it?',
    /** Heard behind it. */
    choose: ' Choose a role',
    change: ', change the owner',
  },
  day: {
    set: 'Set a date',
    doneOn: (day: string) => `Done ${day}`,
    /** Heard before the day. */
    due: 'due ',
    dueForecast: (due: string) => `due ${due}, forecast `,
    agreed: 'agreed ',
    promised: 'promised ',
    afterMilestone: 'After its milestone',
    dueAfterMilestone: 'Due after its milestone',
  },
  offers: <T>(company: string, day: T) => [`${company} offers `, day],
  slip: {
    moved: (days: number) => {
      if (days > 0) return `Moved ${count(days, 'working day')}.`
      return days < 0 ? `Won back ${count(-days, 'working day')}.` : ''
    },
    claim: (company: string, role: string) => `${company} says: caused by ${role}.`,
    agree: 'Agree',
    agreeLabel: (role: string) => `Agree that ${role} caused it`,
  },
}
