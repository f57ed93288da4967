/** What short words in a cell mean: how long something takes, whether it is done, whose side somebody is on. */
import type { Side } from '@milepost/plan'
import { plain } from '../../ui/rank.ts'

const DAYS_IN = { h: 1 / 8, d: 1, w: 5 } as const
const MOST_DAYS = 1_000

/** Working days, rounded up: "10", "10 d", "2 weeks", "1.5w", "4 hrs"; null where it says something else. */
export function readEstimate(cell: string): number | null {
  const match =
    /^~?\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*(h|hrs?|hours?|d|days?|bd|wd|(?:working|business|work) days?|w|wks?|weeks?)?\.?\??$/u.exec(
      plain(cell).trim(),
    )
  if (match === null) return null
  const unit = match[2]?.startsWith('h') ? 'h' : /^w(?!d|ork)/u.test(match[2] ?? '') ? 'w' : 'd'
  const days = Math.ceil(Number((match[1] ?? '').replace(',', '.')) * DAYS_IN[unit])
  return days > MOST_DAYS ? null : days
}

const DONE =
  /^(done|complete|completed|closed|finished|achieved|yes|y|x|true|ok|delivered|signed off|resolved|100|100%|1|✓|✔|✅|☑|\[x\])$/u
const DONE_START = /^(done|completed?|finished|closed)\b(?!.*\b(not|partly|partial)\b)/u

export function isDoneWord(cell: string): boolean {
  const words = plain(cell).trim()
  return DONE.test(words) || DONE_START.test(words)
}

/** What a status column holds besides: these say that it is one. */
export function isStatusWord(cell: string): boolean {
  return (
    isDoneWord(cell) ||
    /^(open|to ?do|not started|in progress|ongoing|pending|planned|blocked|on track|at risk|late|no|n|false|wip|upcoming|scheduled|0|\d{1,3}%|☐|\[ ?\])$/u.test(
      plain(cell).trim(),
    )
  )
}

const BUYER_WORDS = new Set(['buyer', 'customer', 'client', 'prospect', 'purchaser'])
const SELLER_WORDS = new Set(['seller', 'vendor', 'supplier', 'provider', 'partner'])
const BOTH_WORDS = new Set(['both', 'joint', 'mutual', 'shared', 'all'])

export interface Companies {
  readonly buyer: string
  readonly seller: string
}

/** "Halden", "Halden Foods", "Customer", "Both"; null where it is neither. */
export function readSide(cell: string, companies: Companies): Side | 'both' | null {
  const words = plain(cell)
    .trim()
    .replace(/\s+(team|side)$/u, '')
  if (words === '') return null
  if (BOTH_WORDS.has(words) || /^both (sides|parties|teams|companies)$/u.test(words)) return 'both'
  if (BUYER_WORDS.has(words)) return 'buyer'
  if (SELLER_WORDS.has(words)) return 'seller'
  const isOf = (company: string) => {
    const name = plain(company).trim()
    return name !== '' && (name === words || (words.length >= 3 && name.startsWith(`${words} `)))
  }
  const [buyer, seller] = [isOf(companies.buyer), isOf(companies.seller)]
  return buyer === seller ? null : buyer ? 'buyer' : 'seller'
}

/** Roles that sell, by the words of their trade; every other one may be on either side. */
const SELLS =
  /\b(account (executive|manager|director)|ae|sales|se|solutions? (engineer|consultant|architect)|presales|pre-sales|csm|customer success|implementation|onboarding (manager|specialist)|cro|revops|deal desk|vendor|seller|partner manager)\b/u

export function sideOfTitle(title: string): Side {
  return SELLS.test(plain(title)) ? 'seller' : 'buyer'
}

const ROLE_WORDS =
  /\b(director|manager|lead|leader|head|officer|chief|vp|svp|evp|president|engineer|architect|analyst|consultant|executive|sponsor|buyer|seller|counsel|lawyer|legal|finance|procurement|purchasing|security|infosec|it|ops|operations|sales|marketing|hr|team|owner|user|users|admin|administrator|specialist|coordinator|champion|board|committee|department|group|customer|vendor|partner|success|support|c[a-z]o|controller|accounting|developer|trainer|desk|project|product|program|business|technical|compliance|privacy|data)\b/u

/** "Dana Okafor", not "Project Lead". Two to four words that each begin with a capital letter and name no trade. */
export function looksLikeName(text: string): boolean {
  const words = text.trim().split(/\s+/u)
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) && !/^\p{Lu}{3,}$/u.test(word)) &&
    !ROLE_WORDS.test(plain(text))
  )
}
