// What others said, for those who listen to the page: who, and about what.

export const remoteCommentsWords = {
  said: (name: string, topic: string) => `${name} commented on ${topic}`,
  topics: {
    plan: 'the plan',
    milestone: (number: number) => `milestone ${number}`,
    step: (milestone: number) => `a step of milestone ${milestone}`,
    valueProposition: 'the value proposition',
    keyDate: 'a key date',
  },
}
