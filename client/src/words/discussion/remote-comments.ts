// What others said, for those who listen to the page: who, and about what.

export const remoteCommentsWords = {
  said: (name: string, topic: string) => `${name} commented on ${topic}`,
  mentioned: (name: string, topic: string) => `${name} mentioned you on ${topic}`,
  show: 'Show',
  /** In the palette. */
  nextUnread: 'Next unread comment',
  nextUnreadAlias: 'comments mentions discussion new',
  topics: {
    plan: 'the plan',
    milestone: (number: number) => `milestone ${number}`,
    step: (milestone: number) => `a step of milestone ${milestone}`,
    valueProposition: 'the value proposition',
    keyDate: 'a key date',
  },
}
