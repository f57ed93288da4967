/** Each rule of SPEC.md in the smallest plan that shows it. How plans are drawn: testing/draw-plan.ts. */
import { describe, expect, test } from 'vitest'
import { attribute, forecast, planBackward, type LocalDate, type ScheduleInput } from './index.ts'
import { drawn, march, planOf } from './testing/draw-plan.ts'

const outlook = (plan: ScheduleInput) => drawn(forecast(plan).milestones)
const back = (plan: ScheduleInput, target: number) => {
  const { due, shortBy } = planBackward(plan, march(target))
  return [...due.map((entry) => `${entry.id} ${entry.due.slice(8)}`), `short by ${shortBy}`].join(', ')
}
const DAYS_OF_THE_EXAMPLE = ['demo 5d agreed 6 due 6', 'sign 5d agreed 13 due 13', 'live 5d agreed 20 due 20'] as const

describe('the worked example', () => {
  test('[SCHED-6] [SCHED-8] what is overdue pushes all that follows', () => {
    const plan = planOf(11, ...DAYS_OF_THE_EXAMPLE)
    expect(outlook(plan)).toEqual(['demo 11 overdue +3 today', 'sign 18 pushed +3 demo', 'live 25 pushed +3 sign'])
    expect(forecast(plan).goLive).toEqual({ finish: march(25), agreed: march(20), slip: 3, slipCalendarDays: 5 })
    expect(attribute(plan)).toEqual([{ id: 'demo', days: 3 }])
  })

  test('[SCHED-9] two days lost, two won back, and go-live stands', () => {
    const plan = planOf(16, 'demo 5d agreed 6 done 10', 'sign 5d agreed 13 done 13', 'live 5d agreed 20 due 20')
    expect(forecast(plan).goLive?.slip).toBe(0)
    expect(attribute(plan)).toEqual([
      { id: 'demo', days: 2 },
      { id: 'sign', days: -2 },
    ])
  })
})

describe('[SCHED-1] what counts as a link', () => {
  test('later ones, itself and missing ids do not; with none left it waits for nothing', () => {
    const plan = planOf(2, 'a 9d', 'b 1d after b,c,gone', 'c 1d after gone,a')
    expect(outlook(plan)).toEqual(['a 12 onTrack start', 'b 2 onTrack start', 'c 13 onTrack a'])
  })

  test('of equal ids the first counts', () => {
    const plan = planOf(2, 'a 1d after -', 'a 9d after -', 'b 1d after a')
    expect(outlook(plan).at(-1)).toBe('b 3 onTrack a')
    expect(forecast({ ...plan, goLiveId: 'a' }).goLive?.finish).toBe(march(2))
  })
})

describe('[SCHED-2] what is skipped is looked through', () => {
  test('whoever waits for it waits for what it waited for', () => {
    const plan = planOf(2, 'a 3d', 'b 9d skipped', 'c 9d skipped', 'd 1d')
    expect(outlook(plan)).toEqual(['a 4 onTrack start', 'b skipped', 'c skipped', 'd 5 onTrack a'])
  })

  test('in the agreed plan too: the gap reaches past what has no agreed date', () => {
    const plan = planOf(2, 'a 2d agreed 3 done 5', 'new 0d', 'live agreed 5 due 5')
    expect(outlook(plan).at(-1)).toBe('live 9 pushed +2 new')
    expect(attribute(plan)).toEqual([{ id: 'a', days: 2 }])
  })
})

test('[SCHED-3] nothing to wait for means the day before the plan begins', () => {
  expect(outlook(planOf(2, 'a 5d after -'))).toEqual(['a 6 onTrack start'])
})

describe('[SCHED-5] agreed dates that are tighter than the estimate win', () => {
  test.each([
    ['as agreed', 'b 5d agreed 5 due 5', 'b 5 soon +0 due'],
    ['a shorter estimate never makes it later', 'b 4d of 5d agreed 5 due 5', 'b 5 soon +0 due'],
    ['a shorter estimate wins days back', 'b 1d of 5d agreed 5', 'b 4 onTrack -1 a'],
    ['one that grew counts as it stands', 'b 6d of 5d agreed 5 due 5', 'b 11 slipped +4 a'],
    ['so does a first one', 'b 6d of - agreed 5 due 5', 'b 11 slipped +4 a'],
    ['one taken away counts as agreed', 'b of 5d agreed 5 due 5', 'b 5 soon +0 due'],
    ['the gap as counted then beats the dates', 'b 5d agreed 5 due 5 gap 4', 'b 9 slipped +2 a'],
    ['an agreed overlap lets it finish earlier', 'b 5d agreed 2', 'b 2 onTrack +0 a'],
  ])('%s', (_, second, expected) => {
    expect(outlook(planOf(2, 'a 2d agreed 3 due 3', second)).at(-1)).toBe(expected)
  })

  test('without an agreed date the estimate counts, or nothing', () => {
    expect(outlook(planOf(2, 'a 2d of 9d', 'b of 9d'))).toEqual(['a 3 onTrack start', 'b 3 onTrack a'])
  })
})

describe('[SCHED-7] on a tie', () => {
  test('the promise has decided before what it waits for, and that before today', () => {
    expect(outlook(planOf(2, 'a 5d due 6'))).toEqual(['a 6 soon due'])
    expect(outlook(planOf(6, 'a 5d started 2'))).toEqual(['a 6 onTrack start'])
    expect(outlook(planOf(9, 'a 5d started 2'))).toEqual(['a 9 onTrack today'])
  })

  test('among those it waits for the earliest-placed one has decided, whatever the order of the links', () => {
    const plan = planOf(2, 'a 5d after -', 'b 5d after -', 'skip skipped after a', 'c 1d after b,skip')
    expect(outlook(plan).at(-1)).toBe('c 9 onTrack a')
  })
})

describe('[SCHED-8] the status is the first that fits', () => {
  test.each([
    ['done', planOf(9, 'a 5d agreed 4 due 4 done 6')],
    ['overdue', planOf(9, 'a 5d due 6')],
    ['pushed', planOf(3, 'before 1d agreed 2 due 2', 'a 5d agreed 9 due 9')],
    ['pushed', planOf(2, 'new 5d', 'a 2d agreed 6 due 6 after new')],
    ['atRisk', planOf(5, 'a 5d due 10')],
    ['slipped', planOf(5, 'a 2d agreed 6 due 10')],
    ['soon', planOf(3, 'a 2d due 10')],
    ['onTrack', planOf(2, 'a 2d due 10')],
  ])('%s', (status, plan) => {
    expect(forecast(plan).milestones.at(-1)?.status).toBe(status)
  })

  test('begun, or with enough days left, today included, nothing is at risk', () => {
    expect(outlook(planOf(5, 'a 5d due 11'))).toEqual(['a 11 soon due'])
    expect(outlook(planOf(5, 'a 5d due 10 started 4'))).toEqual(['a 10 soon due'])
  })

  test('go-live is null where it is skipped, missing or not named', () => {
    expect(forecast(planOf(2, 'a 1d', 'b 1d skipped')).goLive).toBeNull()
    expect(forecast({ ...planOf(2, 'a 1d'), goLiveId: 'gone' }).goLive).toBeNull()
    expect(forecast({ ...planOf(2, 'a 1d'), goLiveId: null }).goLive).toBeNull()
  })
})

describe('[SCHED-10] what changed since the agreement besides the milestones', () => {
  test('comes first, as the plan', () => {
    const plan = planOf(5, 'a 4d agreed 5 due 5', 'live 5d agreed 12 due 12')
    const holiday = { ...plan, calendar: { ...plan.calendar, holidays: [march(10)] } }
    expect(attribute({ ...holiday, milestones: holiday.milestones.map((one) => ({ ...one, agreedGap: 5 })) })).toEqual([
      { id: 'plan', days: 1 },
    ])
  })
})

describe('[SCHED-11] reality comes in by real finish, then agreed date, then plan order', () => {
  test('a later delay counts only for what it adds', () => {
    const plan = planOf(
      12,
      'a 2d agreed 3 done 5 after -',
      'b 2d agreed 3 done 9 after -',
      'live 2d agreed 5 after a,b',
    )
    expect(attribute(plan)).toEqual([
      { id: 'a', days: 2 },
      { id: 'b', days: 2 },
      { id: 'live', days: 1 },
    ])
  })

  test('a skipped one comes by its agreed date, even if it was done', () => {
    const plan = planOf(3, 'a 2d agreed 3 done 20 skipped', 'live 2d agreed 5 due 5')
    expect(attribute(plan)).toEqual([])
    expect(attribute({ ...plan, milestones: plan.milestones.map((one) => ({ ...one, due: march(4) })) })).toEqual([
      { id: 'live', days: -1 },
    ])
  })

  test('for another milestone by its id; unknown, skipped or never agreed: null', () => {
    const plan = planOf(11, ...DAYS_OF_THE_EXAMPLE)
    expect(attribute(plan, 'sign')).toEqual([{ id: 'demo', days: 3 }])
    expect(attribute(plan, 'gone')).toBeNull()
    expect(attribute(planOf(2, 'a 1d', 'b 1d skipped agreed 4'), 'b')).toBeNull()
    expect(attribute(planOf(2, 'a 1d'))).toBeNull()
  })
})

describe('[SCHED-12] the same moment', () => {
  test('names together what is overdue in parallel, but not who only waits for it', () => {
    const parallel = ['law 3d agreed 4 due 4 after -', 'it 3d agreed 4 due 4 after -'] as const
    expect(attribute(planOf(6, ...parallel, 'live 2d agreed 6 due 6 after law,it'))).toEqual([
      { id: 'law', days: 2, with: ['it'] },
    ])
    const chain = ['law 3d agreed 4 due 4', 'it 0d agreed 4 due 4'] as const
    expect(attribute(planOf(6, ...chain, 'live 2d agreed 6 due 6'))).toEqual([{ id: 'law', days: 2 }])
  })

  test('names nobody who would have moved it less', () => {
    const both = [
      'law 3d agreed 4 due 4 after -',
      'it 3d agreed 4 due 4 after -',
      'test 1d agreed 5 due 5 after law',
    ] as const
    expect(attribute(planOf(6, ...both, 'live 1d agreed 6 due 6 after it,test'))).toEqual([{ id: 'law', days: 2 }])
  })

  /** Agreed in the wrong order, so that `b` comes in before what it waits for: both lie on the only way to the end. */
  const series = (a: string, more: string, b: string) =>
    attribute(
      planOf(
        3,
        `a of - agreed 9 after - ${a}`,
        more,
        `b of - gap 2 agreed 6 ${b}`,
        'live of - gap 5 agreed 13 after b',
      ),
    )

  test('shares days won back with who would have won as many', () => {
    expect(series('done 3', 'z agreed 2 done 2 after -', 'done 3 after a,z')).toEqual([
      { id: 'plan', days: 3 },
      { id: 'b', days: -3, with: ['a'] },
      { id: 'live', days: -3 },
    ])
  })

  test('but not where another way to the end is as long', () => {
    expect(series('done 3', 'z agreed 9 done 9 after -', 'done 3 after a,z')).toEqual([
      { id: 'plan', days: 3 },
      { id: 'b', days: -3 },
      { id: 'live', days: -3 },
    ])
  })

  test('nor with a skipped one', () => {
    expect(series('skipped', 'z agreed 2 done 2 after -', 'done 9 after a')?.[1]).toEqual({ id: 'b', days: -2 })
  })

  const beforeTheStart = (first: string, second: string) =>
    attribute(planOf(3, `${first} after -`, `f of - gap 5 ${second}`, 'live of - gap 5 agreed 10 after v,f'))?.[1]

  test('nor with one beside it, where it waited from the start of the plan', () => {
    expect(beforeTheStart('v 1d agreed 3 done -4', 'agreed 2 done -4 after -')).toEqual({ id: 'f', days: -3 })
  })

  test('but with one added since that was done before the plan began', () => {
    const shared = { id: 'f', days: -3, with: ['x'] }
    expect(beforeTheStart('x 1d done -4', 'agreed 3 done -4 after x')).toEqual(shared)
  })
})

describe('[SCHED-13] worked back from go-live', () => {
  const chain = planOf(2, 'a 3d', 'b 5d', 'live 5d')

  test('each is due on the latest date that leaves its followers their days', () => {
    expect(back(chain, 20)).toBe('a 06, b 13, live 20, short by 0')
    expect(back(planOf(2, 'a 1d after -', 'b 5d after a', 'c 2d after a', 'live 1d after b,c'), 20)).toBe(
      'a 12, b 19, c 19, live 20, short by 0',
    )
  })

  test('go-live keeps the weekday people chose, the others fall on working days', () => {
    expect(back(planOf(2, 'a 3d', 'b 0d', 'live 0d'), 21)).toBe('a 20, b 20, live 21, short by 0')
  })

  test('nothing is due without a go-live or a target', () => {
    expect(back({ ...chain, goLiveId: null }, 20)).toBe('short by 0')
    expect(back(planOf(2, 'a 3d', 'live 1d skipped'), 20)).toBe('short by 0')
    expect(planBackward(chain, 'soon' as LocalDate)).toEqual({ due: [], shortBy: 0 })
  })
})

describe('[SCHED-14] worked back past what is done or skipped', () => {
  test('a done one asks for no days and is not listed; a skipped one is looked through', () => {
    expect(back(planOf(2, 'a 1d', 'b 5d done 2', 'live 5d'), 20)).toBe('a 13, live 20, short by 0')
    expect(back(planOf(2, 'a 1d', 'b 5d skipped', 'live 5d'), 20)).toBe('a 13, live 20, short by 0')
  })

  test('a done go-live still stands on the target', () => {
    expect(back(planOf(2, 'a 1d', 'live 5d done 2'), 20)).toBe('a 20, short by 0')
  })
})

test('[SCHED-15] what go-live does not wait for is planned forward, never in the past, on working days', () => {
  const plan = planOf(7, 'live 5d', 'review 5d', 'side 1d after -', 'late 1d after done', 'done 1d done 3')
  expect(back({ ...plan, goLiveId: 'live' }, 21)).toBe('live 21, review 27, side 09, late 09, short by 0')
})

describe('[SCHED-16] short by', () => {
  test('what can begin now counts from today, or from the day it began', () => {
    expect(back(planOf(9, 'a 5d', 'live 5d'), 13)).toBe('a 06, live 13, short by 5')
    expect(back(planOf(9, 'a 5d started 5', 'live 5d'), 13)).toBe('a 06, live 13, short by 3')
    expect(back(planOf(9, 'a 5d started 2', 'live 5d'), 13)).toBe('a 06, live 13, short by 1')
  })

  test('what waits for something open behind a skipped one cannot begin now', () => {
    expect(back(planOf(9, 'a 0d', 'b skipped', 'live 5d'), 13)).toBe('a 06, live 13, short by 1')
  })
})

describe('[SCHED-17] odd values', () => {
  test('count as nobody said', () => {
    const odd = { estimate: 2.5, agreedEstimate: -1, agreedGap: 0.5, due: '2026-02-30', doneOn: 20, skipped: 'yes' }
    const plan = planOf(2, 'a 1d')
    const milestones = plan.milestones.map((milestone) => ({ ...milestone, ...odd }))
    expect(outlook({ ...plan, milestones } as unknown as ScheduleInput)).toEqual(['a 2 onTrack today'])
  })

  test('a plan without milestones is empty', () => {
    expect(forecast(planOf(2))).toEqual({ goLive: null, milestones: [] })
    expect(attribute(planOf(2))).toBeNull()
  })
})
