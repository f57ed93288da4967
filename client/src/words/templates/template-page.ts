// One template: what can be done with it, its versions, and what plans that are done propose for it.
import type { Proposal } from '@milepost/templates'
import { capitalised, count, countWords } from '../../format/count.ts'
import { listText } from '../../format/names.ts'
import { commonWords } from '../common.ts'

export const templatePageWords = {
  opening: 'Opening the template',
  all: 'All templates',
  notHere: 'There is no such template on this device',
  notHereWhy: 'It was removed, or it was never kept here. Whoever has it can send it as a link or a file.',
  rail: 'Learning and versions',
  newPlan: 'New plan from it',
  makeVariant: 'Make a variant',
  edit: 'Edit',
  send: 'Send',
  more: 'More for this template',
  about: 'Name and description',
  saveAsFile: 'Save as a file',
  remove: 'Remove from this device',
  removed: (template: string) => `${template} removed`,
  /** What the sides are called in a plan as which a template is edited. */
  sides: { buyer: 'Buyer', seller: 'Seller' },
  draft: {
    label: 'Changes that are not saved yet',
    notSaved: (version: number) => `Changes to this template are not saved yet. They become version ${version}.`,
    goOn: 'Go on editing',
    discard: 'Discard the changes',
    discardQuestion: 'The changes are then gone, and the template stays as it is here.',
    keep: 'Keep them',
    discardForGood: 'Discard for good',
  },
  sending: {
    title: (template: string) => `Send ${template}`,
    lead: 'Whoever opens the link sees the template and can keep it. It carries all of it, so it says nothing to the relay; what they change later stays theirs.',
    tooLarge: 'This template is too large for a link. Send it as a file.',
    link: 'Link',
    copy: 'Copy link',
    copied: commonWords.copied,
    linkCopied: 'Link copied',
  },
  versions: {
    title: 'Versions',
    shown: 'Shown here',
    show: 'Show',
    showVersion: (version: number) => `Show version ${version}`,
    asNewest: (version: number) => `Use it again as version ${version}`,
  },
  learnt: {
    title: 'Learnt from plans that are done',
    /** A way to the page that does it. */
    compare: (plans: number) => `Compare the last plans that began with it (${plans} on this device)`,
    looking: 'Looking at the plans on this device.',
    withYourCopy: <T>(copy: T) => ['What they propose stands with your own copy: ', copy],
    proposal: <T>(title: T, evidence: string) => [title, ` ${evidence}.`],
    /** 'took 9, 11 and 12 working days in three plans; the template says 5' */
    evidence(proposal: Proposal): string {
      if (proposal.kind === 'estimate') {
        const { took, says } = proposal
        const known = says === null ? 'the template says nothing' : `the template says ${says}`
        return `took ${listText(took.map(String))} working days in ${countWords(took.length, 'plan')}; ${known}`
      }
      const { times, of } = proposal
      const every = of === 2 ? 'both plans' : `all ${countWords(of, 'plan')}`
      const plans = times === of ? every : `${times} of ${countWords(of, 'plan')}`
      return proposal.kind === 'added' ? `was added in ${plans}` : `was left out in ${plans}`
    },
    /** What would be different; the milestone or step it is about is named before it. */
    change(proposal: Proposal): string {
      if (proposal.kind === 'estimate') return `Plan with ${count(proposal.proposes, 'working day')}`
      return proposal.kind === 'added' ? 'Add the step' : 'Leave the step out'
    },
    takeOver: 'Take over',
    takeOverWhat: (change: string, title: string) => `Take over: ${change}, ${title}`,
    takenOver: (version: number, template: string) => `Taken over: version ${version} of ${template}`,
    copyName: (template: string) => `${template}, our way`,
    makesACopy: 'The first one you take over makes a copy of your own.',
    outOfSpace: 'This device is out of space. The change is only in this tab.',
    plans(done: number, proposals: number): string {
      if (done === 0) return 'No plan on this device that began with it is live yet.'
      const plans = `${capitalised(countWords(done, 'plan'))} on this device began with it and ${done === 1 ? 'is' : 'are'} live.`
      if (proposals > 0) return `${plans} Nothing changes until you take it over.`
      return done === 1 ? `${plans} It takes two to say something.` : `${plans} They went about as it says.`
    },
  },
}
