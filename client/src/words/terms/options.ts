// The options that the buyer weighs against the criteria.

export const optionsWords = {
  title: 'Weigh the options',
  compare: 'Compare the options by these criteria',
  compared: (options: number) => `${options} options compared`,
  grid: 'Options and their scores',
  criterion: 'Criterion',
  score: (option: string, criterion: string, most: number) =>
    `${option || 'Option'}: ${criterion || 'criterion'}, 0 to ${most}`,
  together: 'Together',
  points: (points: number, most: number) => `${points} of ${most}`,
  notScored: (criteria: number) => `${criteria} not scored`,
  scale: (most: number) => `0 not at all, ${most} wholly. Both sides see these scores.`,
  option: { label: 'Option', placeholder: 'An option' },
  remove: (option: string) => `Remove the option ${option}`,
  removed: (option: string) => `${option || 'An option'} removed`,
  stay: 'Stay as we are',
  another: 'Another option',
}
