// What the panels of a day have in common.
export const dateWords = {
  dueDate: 'Due date',
  dueDateOf: (line: string) => `${line}: due date`,
  /** Ways to type a day. */
  examples: '21 Sep, Fri, +5',
  waitsForAndTakes: 'Waits for and takes',
  waitsFor: 'Waits for',
  takes: 'Takes',
  nobodyHasSaid: 'Nobody has said',
  noDateYet: 'No date yet',
}
