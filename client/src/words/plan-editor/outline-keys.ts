// What the keys of the outline do, on the sheet of all keys.
export const outlineKeyWords = {
  lineAboveBelow: 'Line above, line below',
  unfoldFold: 'Unfold, fold',
  firstLastLine: 'First line, last line',
  selectPlan: 'The whole plan, to copy it',
  addBelow: 'New milestone or step below',
  write: 'Write in the title',
  complete: 'Complete or reopen',
  owner: 'Owner',
  comments: 'Comments',
  commands: 'Commands for this line',
  moveUpDown: 'Move up, move down',
  menu: 'Everything that can be done with it',
  inText: {
    addBelow: 'New milestone or step below; on an empty step: leave the list',
    indent: 'Make the milestone a step of the one above',
    outdent: 'Make the step a milestone',
    textAboveBelow: 'Text above, text below',
    commands: 'Commands, at the start of a word',
    selectPlan: 'All of the text; once more: the whole plan',
    leave: 'Leave the text for the line',
  },
}
