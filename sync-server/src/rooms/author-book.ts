// Which link first wrote under each Yjs client id, and whether somebody else writes under it now.
//
// Nothing in a change proves who made it, so the relay's own first sight is the evidence. Only new structs count: honest
// clients repeat what they heard from others. Two links of one person are one holder; people who share a link share what
// it wrote. After a restore honest hands bring what others had written, and such a find is no evidence of an author:
// then only what one client says live is taken for its own. Rules BIND-1 to BIND-4, SPEC.md.
import type { StoredAuthor } from '../storage/storage.ts'
import type { Member } from './member.ts'
import type { Run } from './runs.ts'

export class AuthorBook {
  /** Client id -> who stands behind it. */
  readonly #holders: Map<number, string>
  readonly #healsUntil: number

  constructor(authors: readonly StoredAuthor[], healsUntil: number) {
    this.#holders = new Map(authors.map(({ clientId, holder }) => [clientId, holder]))
    this.#healsUntil = healsUntil
  }

  /** Clients of these new runs that somebody else writes under. */
  foreignTo(member: Member, news: readonly Run[]): number {
    const others = news.filter(({ client }) => (this.#holders.get(client) ?? member.holder) !== member.holder)
    return new Set(others.map(({ client }) => client)).size
  }

  isHealing(now: number): boolean {
    return now < this.#healsUntil
  }

  /** Enters the member as the author of what nobody is yet; the ids to be written down. */
  claim(member: Member, news: readonly Run[], isUpload: boolean, now: number): readonly number[] {
    const unknown = new Set(news.map(({ client }) => client).filter((client) => !this.#holders.has(client)))
    if (this.isHealing(now) && (isUpload || unknown.size > 1)) return []
    for (const client of unknown) this.#holders.set(client, member.holder)
    return [...unknown]
  }
}
