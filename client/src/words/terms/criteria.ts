// Success criteria: what is measured, how it came out, and who stands behind it.
import { lineWords } from './lines.ts'

export const criteriaWords = {
  title: 'Success criteria',
  none: 'How will both sides see that it worked?',
  list: {
    label: 'Success criteria',
    add: 'Add a criterion',
    ...lineWords('criterion'),
  },
  text: { label: 'Success criterion', placeholder: 'What is measured' },
  unnamed: 'A criterion without words',
  baseline: 'Baseline',
  target: 'Target',
  by: 'By',
  byWhen: 'By when',
  soFar: 'So far',
  result: 'Result',
  noResult: 'Open',
  results: {
    reached: 'Reached',
    partly: 'Partly reached',
    missed: 'Not reached',
  },
  /** Beside the mark of a side, for those who hear it. */
  stands: {
    agrees: (company: string) => `${company} agrees. `,
    changed: (company: string) => `${company} agreed before it changed. `,
    open: (company: string) => `${company} has not agreed yet. `,
  },
  /** What one side says to all of them: "Halden Foods agrees to 2 of 3; 1 changed since". */
  agreement(company: string, { agrees, changed, all }: CriteriaStand): string {
    const base =
      agrees === all
        ? `${company} agrees`
        : agrees === 0
          ? `${company} has not agreed yet`
          : `${company} agrees to ${agrees} of ${all}`
    return changed === 0 ? base : `${base}; ${changed} changed since`
  },
  agreeFor: (company: string) => `Agree for ${company}`,
  takeBack: 'Take back',
  /** In the last milestone, where the end of the plan answers its first sentence. */
  atTheEnd: {
    promised: 'Promised',
    firstResult: 'First result',
    measured: 'Measured',
    fromTo: (baseline: string, target: string) => `${baseline} to ${target}`,
  },
}

/** How many criteria there are, how many of them a side agrees to, and how many changed since it did. */
export interface CriteriaStand {
  readonly agrees: number
  readonly changed: number
  readonly all: number
}
