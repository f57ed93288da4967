/**
 * The sample as plain data: Halden Foods and Quillmark, eight milestones, on the Wednesday on which they look at it. Days
 * are written as they fall in that year; `sample-plan.ts` moves all of them together.
 *
 * It shows what a plan is for when things do not go as agreed: two delays with their reasons, days won back, a role that
 * nobody has yet, and room left before a date of the buyer's own.
 */
import type { RoleFunction, Side } from '@milepost/plan'

/** The day on which the sample is as the words below say. */
export const SAMPLE_TODAY = '2026-06-17'
export const SAMPLE_START = '2026-05-01'

/** A month in which Halden is audited; its name stands in a sentence. */
export const SAMPLE_AUDIT = '2027-01-11'

export type SampleRole = keyof typeof SAMPLE_ROLES

export interface SampleStep {
  readonly title: string
  readonly owner: SampleRole
  readonly with?: SampleRole
  readonly agreed: string
  /** Where it is promised for another day now. */
  readonly due?: string
  readonly done?: string
}

export interface SampleMilestone {
  readonly title: string
  readonly benefit: string
  readonly owner: SampleRole
  readonly estimate: number
  readonly agreed: string
  readonly startedOn?: string
  readonly done?: string
  readonly move?: SampleMove
  readonly steps: readonly SampleStep[]
}

/** A promise that was changed, who wrote it down, and why. `{…}` in the reason is a day. */
export interface SampleMove {
  readonly to: string
  readonly reason: string
  readonly by: SampleRole
  readonly on: string
  /** A new estimate that came with it. */
  readonly estimate?: number
}

export const SAMPLE_PARTIES = { buyer: 'Halden Foods', seller: 'Quillmark' }
export const SAMPLE_TITLE = 'Supplier invoices match themselves at all six plants'
export const SAMPLE_VALUE =
  'Halden’s six plants pay 61,000 supplier invoices a year by hand. Matching them automatically frees 9,000 finance hours, ' +
  'ends duplicate payments (€1.1m last year) and lets the {month} audit finish in ten days, not five weeks.'
export const SAMPLE_PRIORITY = 'CFO’s goal for the year: no supplier invoice is typed by hand at any plant'
export const SAMPLE_COST_OF_SLIP = 'After the scanning contract ends, renewing it costs €38k a month.'

interface SampleRoleData {
  readonly title: string
  readonly side: Side
  readonly function: RoleFunction
  /** Null: nobody has been named. */
  readonly person: string | null
}

export const SAMPLE_ROLES = {
  director: { title: 'AP Director', side: 'buyer', function: 'champion', person: 'Ingrid Solheim' },
  security: { title: 'IT Security Lead', side: 'buyer', function: 'security', person: 'Marek Dvořák' },
  plant: { title: 'Plant Controller', side: 'buyer', function: 'finance', person: 'Joana Prates' },
  cfo: { title: 'CFO', side: 'buyer', function: 'economicBuyer', person: 'Astrid Nygaard' },
  counsel: { title: 'General Counsel', side: 'buyer', function: 'legal', person: null },
  account: { title: 'Account Executive', side: 'seller', function: 'sales', person: 'Dana Okafor' },
  integration: { title: 'Integration Engineer', side: 'seller', function: 'solutions', person: 'Tomás Reyes' },
  success: { title: 'Customer Success', side: 'seller', function: 'customerSuccess', person: 'Priya Raman' },
  sales: { title: 'VP Sales', side: 'seller', function: 'sponsor', person: 'Colin Hart' },
} as const satisfies Record<string, SampleRoleData>

/** As whom somebody reads it: the buyer’s champion, as in the pictures. */
export const SAMPLE_READER = {
  company: SAMPLE_PARTIES.buyer,
  side: SAMPLE_ROLES.director.side,
  role: SAMPLE_ROLES.director.title,
  name: SAMPLE_ROLES.director.person,
}

export const SAMPLE_KEY_DATES = [
  {
    title: 'Investment committee meets',
    why: 'Approves every new spend above €100k',
    on: '2026-07-23',
    compelling: false,
  },
  { title: 'Scanning contract ends', why: 'Renewing costs €38k a month', on: '2026-09-30', compelling: true },
  {
    title: 'Audit preparation starts',
    why: 'Finance has no time for changes until it is over',
    on: '2026-12-01',
    compelling: false,
  },
] as const

export const SAMPLE_CRITERIA = [
  { text: 'Supplier invoices matched without anybody touching them', baseline: '0%', target: '90%' },
  { text: 'Finance hours spent on matching in a year', baseline: '9,000', target: '900' },
  { text: 'Duplicate payments in a year', baseline: '€1.1m', target: 'none' },
] as const

export const SAMPLE_OBJECTIVES = [
  {
    text: 'Nine of ten supplier invoices are paid without anybody typing them',
    goal: 'No supplier invoice is typed by hand at any plant',
  },
  {
    text: 'The yearly audit finishes in ten days instead of five weeks',
    goal: 'Books closed a month after the year has ended',
  },
] as const

/** An empty answer: nobody knows yet. */
export const SAMPLE_DECISIONS = [
  {
    question: 'Who decides on the money, and up to which amount?',
    answer: 'The CFO up to €100k; above that the investment committee.',
  },
  { question: 'Who checks security and data protection?', answer: 'The IT Security Lead, with a tester from outside.' },
  { question: 'Who reads the contract, and how long does that take?', answer: '' },
] as const

export const SAMPLE_EXPECTATIONS = [
  {
    text: 'A question is answered within two working days.',
    consequence: 'It is raised at the next check-in; the second time, the sponsors talk.',
  },
] as const

/** Which milestone is go-live and which the result, counted from the first. */
export const SAMPLE_GO_LIVE = 6
export const SAMPLE_RESULT = 7

/** What the last milestone is read against: what was promised, what came of it, which gains are next. */
export const SAMPLE_PROMISES = [
  'Promised: €250k saved in the first quarter, 9,000 finance hours a year, no invoice paid twice.',
  'What came: counted plant by plant, from the first month after go-live.',
  'Next gains: freight invoices, then discounts for paying early.',
]

export const SAMPLE_MILESTONES: readonly SampleMilestone[] = [
  {
    title: 'Everyone agrees what manual matching costs Halden',
    benefit: 'A shared baseline: 9,000 hours and €1.1m a year.',
    owner: 'director',
    estimate: 8,
    agreed: '2026-05-13',
    startedOn: '2026-05-04',
    done: '2026-05-13',
    steps: [
      { title: 'One month of supplier invoices shared', owner: 'director', agreed: '2026-05-06', done: '2026-05-06' },
      { title: 'Time per invoice measured at two plants', owner: 'plant', agreed: '2026-05-08', done: '2026-05-08' },
      { title: 'Last year’s duplicate payments counted', owner: 'director', agreed: '2026-05-12', done: '2026-05-12' },
      {
        title: 'Baseline agreed, with three success criteria',
        owner: 'director',
        with: 'account',
        agreed: '2026-05-13',
        done: '2026-05-13',
      },
    ],
  },
  {
    title: 'Finance has seen its own invoices match',
    benefit: 'Proof on 1,200 real Halden invoices: 94% matched untouched.',
    owner: 'integration',
    estimate: 12,
    agreed: '2026-05-29',
    startedOn: '2026-05-14',
    done: '2026-05-29',
    steps: [
      { title: '1,200 real invoices loaded', owner: 'integration', agreed: '2026-05-18', done: '2026-05-18' },
      {
        title: 'Matching rules set with the AP team',
        owner: 'director',
        with: 'integration',
        agreed: '2026-05-20',
        done: '2026-05-20',
      },
      {
        title: 'Bergen’s invoices matched in a working session',
        owner: 'plant',
        with: 'integration',
        agreed: '2026-05-25',
        done: '2026-05-25',
      },
      {
        title: 'Customer Success met, launch walked through',
        owner: 'success',
        with: 'director',
        agreed: '2026-05-27',
        done: '2026-05-27',
      },
      { title: 'Every mismatch explained', owner: 'integration', agreed: '2026-05-29', done: '2026-05-29' },
    ],
  },
  {
    title: 'IT Security is satisfied supplier data stays safe',
    benefit: 'No open security questions when the budget goes to committee.',
    owner: 'security',
    estimate: 10,
    agreed: '2026-06-12',
    startedOn: '2026-06-01',
    move: {
      to: '2026-06-18',
      reason: 'Halden’s tester had no slot before {2026-06-15}; the rest is on time.',
      by: 'security',
      on: '2026-06-11',
    },
    steps: [
      { title: 'Data-flow map agreed for all six plants', owner: 'security', agreed: '2026-06-03', done: '2026-06-03' },
      {
        title: 'Certificates and policies shared with Halden',
        owner: 'account',
        agreed: '2026-06-04',
        done: '2026-06-04',
      },
      {
        title: 'Halden’s 42 security questions answered',
        owner: 'integration',
        agreed: '2026-06-10',
        done: '2026-06-10',
      },
      {
        title: 'Penetration test finished by Halden’s own tester',
        owner: 'security',
        agreed: '2026-06-11',
        due: '2026-06-17',
      },
      {
        title: 'Security approval recorded, no questions left open',
        owner: 'security',
        agreed: '2026-06-12',
        due: '2026-06-18',
      },
    ],
  },
  {
    title: 'ERP connection proven on Halden’s own data',
    benefit: 'Every posting lands where finance expects it.',
    owner: 'integration',
    estimate: 12,
    agreed: '2026-06-30',
    move: { to: '2026-07-09', reason: 'Connector for version 4.2 is new.', by: 'integration', on: '2026-06-11' },
    steps: [
      {
        title: 'Test system opened to both teams',
        owner: 'security',
        with: 'integration',
        agreed: '2026-06-10',
        done: '2026-06-10',
      },
      { title: 'Connector for version 4.2 in place', owner: 'integration', agreed: '2026-06-19', due: '2026-06-30' },
      {
        title: 'Six weeks of postings replayed',
        owner: 'integration',
        with: 'plant',
        agreed: '2026-06-25',
        due: '2026-07-06',
      },
      {
        title: 'Finance finds every posting where it belongs',
        owner: 'plant',
        with: 'integration',
        agreed: '2026-06-30',
        due: '2026-07-09',
      },
    ],
  },
  {
    title: 'Budget released on terms both sides stand behind',
    benefit: 'Savings start this fiscal year; price and exit terms known.',
    owner: 'counsel',
    estimate: 13,
    agreed: '2026-07-17',
    move: { to: '2026-07-28', reason: 'Follows the ERP connection.', by: 'account', on: '2026-06-11' },
    steps: [
      {
        title: 'One-page business case checked by finance',
        owner: 'director',
        with: 'account',
        agreed: '2026-07-03',
        due: '2026-07-14',
      },
      { title: 'Price for all six plants on paper', owner: 'account', agreed: '2026-07-07', due: '2026-07-16' },
      {
        title: 'Data processing terms agreed',
        owner: 'counsel',
        with: 'security',
        agreed: '2026-07-09',
        due: '2026-07-20',
      },
      { title: 'Price and exit terms reviewed', owner: 'counsel', agreed: '2026-07-13', due: '2026-07-22' },
      {
        title: 'Committee has what it needs to decide',
        owner: 'cfo',
        with: 'account',
        agreed: '2026-07-15',
        due: '2026-07-23',
      },
      {
        title: 'Terms signed, budget released',
        owner: 'counsel',
        with: 'sales',
        agreed: '2026-07-17',
        due: '2026-07-28',
      },
    ],
  },
  {
    title: 'First plant matches with confidence',
    benefit: 'Bergen’s team become the experts for the other five.',
    owner: 'success',
    estimate: 25,
    agreed: '2026-08-21',
    move: {
      to: '2026-08-28',
      reason: 'Two teams train in the same week.',
      by: 'success',
      on: '2026-06-11',
      estimate: 23,
    },
    steps: [
      {
        title: 'Bergen’s approval rules set up',
        owner: 'integration',
        with: 'plant',
        agreed: '2026-07-29',
        due: '2026-08-06',
      },
      { title: 'Both Bergen teams trained', owner: 'success', with: 'plant', agreed: '2026-08-05', due: '2026-08-12' },
      {
        title: '500 invoices matched beside the old way',
        owner: 'plant',
        with: 'success',
        agreed: '2026-08-12',
        due: '2026-08-19',
      },
      { title: 'One week without manual matching', owner: 'plant', agreed: '2026-08-19', due: '2026-08-26' },
      {
        title: 'Bergen’s lessons written down for the other five',
        owner: 'success',
        with: 'plant',
        agreed: '2026-08-21',
        due: '2026-08-28',
      },
    ],
  },
  {
    title: 'Go-live: all six plants match automatically',
    benefit: 'Nobody at Halden types a supplier invoice by hand again.',
    owner: 'director',
    estimate: 16,
    agreed: '2026-09-14',
    move: { to: '2026-09-21', reason: 'Follows the first plant.', by: 'director', on: '2026-06-11' },
    steps: [
      { title: 'Five plants connected', owner: 'integration', agreed: '2026-08-31', due: '2026-09-07' },
      {
        title: 'Five plants trained by Bergen’s team',
        owner: 'success',
        with: 'plant',
        agreed: '2026-09-07',
        due: '2026-09-14',
      },
      { title: 'Old scanning switched off', owner: 'security', agreed: '2026-09-11', due: '2026-09-18' },
      { title: 'All six plants match on their own', owner: 'director', agreed: '2026-09-14', due: '2026-09-21' },
    ],
  },
  {
    title: 'Optimization: first €250k saved, next savings chosen',
    benefit: 'Checked against milestone 1; next quick wins picked together.',
    owner: 'cfo',
    estimate: 65,
    agreed: '2026-12-14',
    move: { to: '2026-12-21', reason: 'Follows go-live.', by: 'director', on: '2026-06-11' },
    steps: [
      {
        title: 'Use and open wishes checked plant by plant',
        owner: 'success',
        with: 'plant',
        agreed: '2026-10-16',
        due: '2026-10-23',
      },
      { title: 'Savings counted against the baseline', owner: 'plant', agreed: '2026-11-30', due: '2026-12-07' },
      {
        title: 'Every promise checked, next savings chosen',
        owner: 'cfo',
        with: 'success',
        agreed: '2026-12-14',
        due: '2026-12-21',
      },
    ],
  },
]
