import {
  addMilestone,
  createPlan,
  moveMilestoneDue,
  openPlanDoc,
  planOutlook,
  readPlan,
  setGoLive,
} from '@milepost/plan'
import { parseLocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { agreementText } from './agreement-text.ts'

const TODAY = parseLocalDate('2026-06-17')!
const NOTHING_AGREED = { standing: null, open: null, ended: false }
const PERSON = { name: 'Somebody', personId: null, grantId: 'grant' }

test('whose day go-live is, is said once there is a day', () => {
  const ydoc = new Y.Doc()
  createPlan(ydoc, { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' })
  const seller = openPlanDoc(ydoc, { writer: { side: 'seller', ...PERSON } })
  const live = addMilestone(seller, { title: 'Live' })!
  const said = () => {
    const plan = readPlan(seller)
    return agreementText(plan, planOutlook(plan, TODAY), NOTHING_AGREED)
  }
  setGoLive(seller, live)
  expect(said()).not.toContain('set the day')
  moveMilestoneDue(seller, live, parseLocalDate('2026-09-14'))
  expect(said()).toContain('Quillmark set the day of go-live.')
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc))
  const buyer = openPlanDoc(copy, { writer: { side: 'buyer', ...PERSON } })
  moveMilestoneDue(buyer, live, parseLocalDate('2026-09-21'))
  Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(copy))
  expect(said()).toContain('Halden Foods set the day of go-live.')
})
