// The sheet of keys: its groups, and what the keys of the page do.

export const keySheetWords = {
  title: 'Keys',
  everywhere: {
    title: 'Everywhere',
    find: 'Find plans, milestones, people and actions',
    sheet: 'This sheet',
    undo: 'Undo your own last change',
    redo: 'Bring it back',
    notices: 'To the notice below, and back',
  },
  plans: { title: 'List of plans', nextAndBefore: 'Next plan, plan before', filters: 'To the filters' },
  row: 'On a line of the plan',
  text: 'In a title or benefit',
}
