// The list of what waits for the relay, each change with its way back.

export const waitingWords = {
  list: 'Changes that wait',
  undo: (change: string) => `Undo: ${change}`,
  takenBack: 'Taken back',
  takenBackTo: (change: string) => `Taken back: ${change}`,
  ofMilestone: (what: string, milestone: number) => `${what} of milestone ${milestone}`,
  ofRecord: (what: string, record: string) => `${what}, ${record}`,
  more: (hidden: number) => `and ${hidden} more`,
  isGoLive: 'This milestone is go-live now. Choose another go-live first.',
  isResult: 'This milestone is the result now. Choose another result first.',
}
