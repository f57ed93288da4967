import type { Verdict } from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import { verdictText } from './verdict.ts'

const day = (text: string) => parseLocalDate(text) as LocalDate
const TODAY = '2026-06-17'
const ahead = (workdays: number) => ({ date: day('2026-09-30'), workdays })
const agreed = (slip: number, workdays: number | null): Verdict => ({
  kind: 'agreed',
  slip,
  deadline: workdays === null ? null : ahead(workdays),
})
const open = (kind: 'notAgreed' | 'offered' | 'addedSince', workdays: number | null): Verdict => ({
  kind,
  by: kind === 'offered' ? 'seller' : null,
  forecast: day('2026-09-21'),
  deadline: workdays === null ? null : ahead(workdays),
})

test.each<readonly [Verdict, string]>([
  [agreed(5, 7), 'Five working days behind, still ahead of 30 September.'],
  [agreed(1, 1), 'One working day behind, still ahead of 30 September.'],
  [agreed(9, -2), 'Nine working days behind and past 30 September.'],
  [agreed(12, 0), 'Twelve working days behind, with no room left before 30 September.'],
  [agreed(5, null), 'Five working days behind the agreed date.'],
  [agreed(0, 12), 'On the agreed date, twelve working days ahead of 30 September.'],
  [agreed(0, 13), 'On the agreed date, 13 working days ahead of 30 September.'],
  [agreed(0, 0), 'On the agreed date, with no room left before 30 September.'],
  [agreed(0, -3), 'On the agreed date but past 30 September.'],
  [agreed(0, null), 'On the agreed date.'],
  [agreed(-3, 15), 'Three working days ahead of the agreed date, 15 working days ahead of 30 September.'],
  [agreed(-1, -1), 'One working day ahead of the agreed date but past 30 September.'],
  [agreed(-3, null), 'Three working days ahead of the agreed date.'],
  [agreed(4_000, null), 'More than 999 working days behind the agreed date.'],
  [
    open('notAgreed', 7),
    'Dates are not agreed yet: go-live is forecast for 21 September, seven working days ahead of 30 September.',
  ],
  [open('notAgreed', null), 'Dates are not agreed yet: go-live is forecast for 21 September.'],
  [open('notAgreed', -4), 'Dates are not agreed yet: go-live is forecast for 21 September, past 30 September.'],
  [
    open('offered', 0),
    'Quillmark has offered dates, not yet agreed: go-live is forecast for 21 September, with no room left before 30 September.',
  ],
  [open('addedSince', null), 'Go-live came in after dates were agreed: it is forecast for 21 September.'],
  [{ kind: 'live', since: day('2026-06-12'), slip: null }, 'Live since 12 June.'],
  [{ kind: 'live', since: day('2025-12-12'), slip: 0 }, 'Live since 12 December 2025, on the agreed date.'],
  [{ kind: 'live', since: day('2026-06-12'), slip: 2 }, 'Live since 12 June, two working days after the agreed date.'],
  [
    { kind: 'live', since: day('2026-06-12'), slip: -1 },
    'Live since 12 June, one working day ahead of the agreed date.',
  ],
  [{ kind: 'noGoLive' }, 'No milestone is go-live yet.'],
  [{ kind: 'noDate' }, 'Go-live has no date yet.'],
])('%j reads "%s"', (verdict, text) => {
  expect(verdictText(verdict, TODAY, 'Quillmark')).toBe(text)
})
