// What stands around every page, and the page of an open plan before its features speak.
import { commonWords } from './common.ts'

const appearance = 'Appearance'

export const appWords = {
  tabTitle: (title: string) => (title === '' ? 'Milepost' : `${title} – Milepost`),
  search: 'Search',
  hereNow: {
    label: 'Here now',
    you: (name: string) => `${name}, you`,
    /** `place`: "milestone 3". */
    at: (name: string, place: string) => `${name}, at ${place}`,
    stepOf: (milestone: number) => `a step of milestone ${milestone}`,
    head: 'the head of the plan',
    /** Behind "+3", for those who hear it. */
    more: 'more',
  },
  appearance,
  themes: { system: 'As this device', light: 'Light', dark: 'Dark' },
  choose: (theme: string) => `${appearance}: ${theme.toLowerCase()}`,
  plan: {
    opening: 'Opening the plan',
    rail: 'People, dates and review',
    share: 'Share',
    shareAlias: 'link invite send',
    notHere: 'This plan is not on this device yet',
    unreadable: 'What this device kept of this plan cannot be read',
    relayOffline:
      'Its relay cannot be reached now. The plan opens by itself as soon as it can, and after that also without a network.',
    tryAgain: commonWords.tryAgain,
  },
  newVersion: { ready: 'A new version of Milepost is ready.', load: 'Load it' },
  otherTab: { text: 'A newer version is open in another tab. Load this one again to go on.', load: 'Load again' },
  stopped: {
    title: 'This page stopped working',
    safe: 'Your work is safe: it is kept on this device.',
    loadAgain: 'Load it again',
  },
}
