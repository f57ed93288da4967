// What somebody has entered for a plan that does not exist yet. Kept on the device with every change, so that a closed tab
// loses nothing; read back like everything from outside, field by field.
import type { Side } from '@milepost/protocol'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { TEMPLATES, templateById, type Template } from '@milepost/templates'
import type { LocalValue } from '../../hooks/device-context.tsx'
import type { Me } from '../../hooks/use-me.ts'

export interface Draft {
  readonly templateId: string
  /** Set where that is one of this device's own; looked up when the draft is read, never kept with it. */
  readonly own: Template | null
  readonly buyer: string
  readonly seller: string
  readonly title: string
  readonly side: Side
  readonly role: string
  readonly name: string
  readonly goLive: LocalDate | null
  readonly keyTitle: string
  readonly keyDate: LocalDate | null
  /** By the template's keys: working days, and days that somebody set instead of the ones worked back. */
  readonly estimates: Readonly<Record<string, number>>
  readonly dues: Readonly<Record<string, LocalDate>>
  /** Milestones that were reached before the plan existed. */
  readonly done: readonly string[]
}

/** The starting point without words of its own. */
export const BLANK = 'blank'

/** What one begins with: oneself, as said the last time. */
export function freshDraft(me: Me | null): Draft {
  return {
    templateId: TEMPLATES[0]?.id ?? BLANK,
    own: null,
    buyer: me?.side === 'buyer' ? me.company : '',
    seller: me?.side === 'seller' ? me.company : '',
    title: '',
    side: me?.side ?? 'seller',
    role: me?.role ?? '',
    name: me?.name ?? '',
    goLive: null,
    keyTitle: '',
    keyDate: null,
    estimates: {},
    dues: {},
    done: [],
  }
}

/** What is kept where there is no draft: a setting of this device keeps its kind. */
export const NO_DRAFT: LocalValue = {}

/** The kept draft; null where there is none. Odd fields fall back to what a fresh draft has. */
export function parseDraft(raw: LocalValue, me: Me | null, ownTemplates: readonly Template[] = []): Draft | null {
  if (!isRecord(raw) || typeof raw['templateId'] !== 'string') return null
  const fresh = freshDraft(me)
  const own = ownTemplates.find(({ id }) => id === raw['templateId']) ?? null
  const text = (key: keyof Draft & string, fallback: string) => (typeof raw[key] === 'string' ? raw[key] : fallback)
  return {
    templateId: (own ?? templateById(text('templateId', '')))?.id ?? fresh.templateId,
    own,
    buyer: text('buyer', ''),
    seller: text('seller', ''),
    title: text('title', ''),
    side: raw['side'] === 'buyer' || raw['side'] === 'seller' ? raw['side'] : fresh.side,
    role: text('role', ''),
    name: text('name', ''),
    goLive: parseLocalDate(raw['goLive']),
    keyTitle: text('keyTitle', ''),
    keyDate: parseLocalDate(raw['keyDate']),
    estimates: entriesOf(raw['estimates'], (value) => (isDays(value) ? value : null)),
    dues: entriesOf(raw['dues'], parseLocalDate),
    done: Array.isArray(raw['done']) ? raw['done'].filter((key) => typeof key === 'string') : [],
  }
}

export function draftToLocal({ own: _own, ...draft }: Draft): LocalValue {
  return draft
}

export function templateOf({ templateId, own }: Draft): Template {
  const template = own ?? templateById(templateId) ?? TEMPLATES[0]
  if (template === undefined) throw new Error('There is always a blank template')
  return template
}

/** Another starting point has other milestones: numbers and days of the old ones mean nothing there. */
export function withTemplate(draft: Draft, templateId: string, own: Template | null = null): Draft {
  return templateId === draft.templateId ? draft : { ...draft, templateId, own, estimates: {}, dues: {}, done: [] }
}

export const MOST_DAYS = 400

function isDays(value: LocalValue): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_DAYS
}

function entriesOf<Value>(
  raw: LocalValue | undefined,
  parse: (value: LocalValue) => Value | null,
): Readonly<Record<string, Value>> {
  if (raw === undefined || !isRecord(raw)) return {}
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, value]) => {
      const parsed = parse(value)
      return parsed === null ? [] : [[key, parsed] as const]
    }),
  )
}

function isRecord(raw: LocalValue): raw is { readonly [key: string]: LocalValue } {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}
