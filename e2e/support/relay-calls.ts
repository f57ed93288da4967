// The relay's door as any other program sees it: a link taken apart, and HTTP calls with its secret. For what no screen
// offers (a comment link, a link that runs out) and for what no screen may be needed to refuse.

export interface LinkParts {
  readonly origin: string
  readonly planId: string
  readonly secret: string
  readonly page: 'p' | 'v'
}

export interface GrantWish {
  readonly right: 'view' | 'comment' | 'edit' | 'manage'
  readonly side: 'buyer' | 'seller'
  readonly role?: string
  readonly name?: string
  /** The role and the person of the plan that it is for. */
  readonly roleId?: string | null
  readonly personId?: string | null
  /** Clock time in milliseconds. */
  readonly expiresAt?: number
}

export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

export function linkParts(link: string): LinkParts {
  const { origin, pathname, hash } = new URL(link)
  const [, page, planId] = pathname.split('/')
  if ((page !== 'p' && page !== 'v') || planId === undefined || hash === '') throw new Error(`no link: ${link}`)
  return { origin, planId, secret: hash.slice(1), page }
}

/** `path` continues the plan's address: '/grants', '/me'. */
export async function callRelay(link: string, method: string, path: string, body?: object): Promise<Answer> {
  const { origin, planId, secret } = linkParts(link)
  const response = await fetch(`${origin}/api/plans/${planId}${path}`, {
    method,
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** A link that `link` makes, as the address one would hand over. */
export async function makeLink(link: string, wish: GrantWish): Promise<string> {
  const { status, body } = await callRelay(link, 'POST', '/grants', { role: '', name: '', ...wish })
  if (status !== 201) throw new Error(`the relay made no link: ${status} ${JSON.stringify(body)}`)
  const { origin, planId } = linkParts(link)
  return `${origin}/${wish.right === 'view' ? 'v' : 'p'}/${planId}#${String(body['secret'])}`
}
