import { explainSlip, planOutlook, readPlan } from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import { newPlanDoc } from '../testing/new-doc.ts'
import { samplePlan } from './sample-plan.ts'

const PICTURED = parseLocalDate('2026-06-17') as LocalDate

function pictured() {
  const doc = newPlanDoc()
  samplePlan(doc, PICTURED)
  const plan = readPlan(doc)
  return { plan, outlook: planOutlook(plan, PICTURED) }
}

test('[SAMPLE-6] the panel says what the picture says', () => {
  const { plan, outlook } = pictured()
  const nameOf = (id: string) => plan.roles.find((role) => role.id === id)?.title ?? id
  expect(outlook.goLive).toMatchObject({ finish: '2026-09-21', agreed: '2026-09-14', slip: 5, slipCalendarDays: 7 })
  expect(outlook.result).toMatchObject({ finish: '2026-12-21', agreed: '2026-12-14', slip: 5 })
  expect(outlook).toMatchObject({ lost: 7, won: 2, measuredFrom: { state: 'agreed', by: 'seller' } })
  expect(outlook.room).toMatchObject({ workdays: 7, date: '2026-09-30', compelling: true })
  expect(outlook.sums.byRole.map(({ key, days }) => `${nameOf(key)} ${days}`)).toEqual([
    'IT Security Lead 4',
    'Integration Engineer 3',
    'Customer Success -2',
  ])
  expect(outlook.sums.bySide.map(({ key, lost, won }) => `${key} ${lost} ${won}`)).toEqual(['buyer 4 0', 'seller 3 2'])
  expect([...outlook.milestones.values()].map(({ days }) => days)).toEqual([0, 0, 4, 3, 0, -2, 0, 0])
})

test('[SAMPLE-6] the next step, the explained row and the record of the picture', () => {
  const { plan, outlook } = pictured()
  const { milestones } = plan
  const step = milestones[2]?.steps.find(({ id }) => id === outlook.next?.stepId)
  expect([step?.title, outlook.next?.date]).toEqual(['Penetration test finished by Halden’s own tester', PICTURED])
  const connection = milestones[3]
  expect(connection && explainSlip(outlook, connection.id)).toEqual({
    slip: 7,
    own: 3,
    carried: [{ id: milestones[2]?.id, days: 4 }],
    plan: 0,
  })
  expect(outlook.onTime).toEqual({ buyer: { met: 1, due: 2 }, seller: { met: 1, due: 1 } })
  expect(outlook.findings).toEqual([])
  expect(outlook.scope).toEqual({ added: [], dropped: [] })
})
