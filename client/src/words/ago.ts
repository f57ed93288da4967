// How long ago something was. It imports nothing, because `format` uses it.

export const agoWords = {
  now: 'now',
  yesterday: 'yesterday',
  minutes: (many: number) => `${many} min`,
  hours: (many: number) => `${many} h`,
  days: (many: number) => `${many} d`,
  /** `short` is one of those above. */
  ago: (short: string) => `${short} ago`,
  daysAgo: (many: number) => `${many} days ago`,
}
