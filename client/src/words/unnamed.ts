// What stands where something of a plan has no name yet.

export const unnamedWords = {
  milestone: 'Untitled milestone',
  step: 'Untitled step',
  role: 'A role without a title',
  /** Nobody has the role yet, which is a question. */
  person: 'Who?',
  /** Of somebody who gave no name. */
  writer: 'Somebody',
}
