// What the lines of a plan are called: by their number, and where they have no title yet.
export const lineWords = {
  milestone: (number: number) => `Milestone ${number}`,
  milestoneInSentence: (number: number) => `milestone ${number}`,
  goLive: 'Go-live',
  step: 'Step',
  untitled: 'Untitled',
  untitledInSentence: 'untitled',
}
