// Asks which milestone takes the place of a go-live or result that is to be removed.
export const replaceGoalWords = {
  isGoLive: (number: number) => `Milestone ${number} is go-live`,
  isResult: (number: number) => `Milestone ${number} is the result`,
  isBoth: (number: number) => `Milestone ${number} is go-live and the result`,
  question: 'Which milestone takes its place?',
  result: 'The result',
  keep: 'Keep it',
  remove: (number: number) => `Remove milestone ${number}`,
}
