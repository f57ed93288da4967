// The card of the next step.
export const nextStepWords = {
  label: 'Next step',
  noOwner: 'Nobody owns it yet',
  /** Heard behind the owner of a step. */
  inMilestone: (number: number | undefined) => `in milestone ${number ?? ''}`,
  allDone: 'Everything is done',
  askNext: 'What do you want to reach next?',
  none: 'There is no next step',
  whyNone: 'Every open milestone waits for something that is not planned.',
}
