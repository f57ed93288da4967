// What the palette finds in the document, and what is said while all of it is selected.
export const outlineLaterWords = {
  newMilestone: 'New milestone',
  undo: 'Undo the last change',
  redo: 'Redo',
  stepOf: (milestone: number) => `step of milestone ${milestone}`,
  /** Other words for the same. */
  aliases: {
    newMilestone: 'add',
    unfoldAll: 'expand open steps',
    foldAll: 'collapse close',
  },
  planSelected: 'The whole plan is selected. Copy takes it along.',
  planCopied: 'The plan is copied',
  /** In the copied text; days as every program reads them. */
  doneOn: (day: string) => `done ${day}`,
}
