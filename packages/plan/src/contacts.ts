/**
 * Contacts: e-mail and telephone of people, one entry a person. They lie in the
 * discussion document and not beside the person, so that a view link never carries
 * them.
 */
import * as v from 'valibot'
import { parseId, type PersonId } from './ids.ts'
import { CONTACTS } from './keys.ts'
import { RECORD_LIMITS } from './limits.ts'
import { change, type Change, type LiveDoc } from './live-doc.ts'
import { readValue } from './read-value.ts'
import { freezeDeep, isSameValue } from './same-value.ts'
import { shelf } from './shelf.ts'
import { line } from './value.ts'

export interface Contact {
  readonly personId: PersonId
  readonly email: string
  readonly phone: string
}

const entry = v.object({ email: v.fallback(line, ''), phone: v.fallback(line, '') })

export const CONTACT = shelf<Contact>(CONTACTS, RECORD_LIMITS.contacts, (key, raw) => {
  const personId = parseId<'person'>(key)
  const value = readValue(entry, raw)
  return personId === null || value === undefined ? null : freezeDeep({ personId, ...value })
})

export function setContact(
  doc: LiveDoc,
  personId: PersonId,
  contact: { readonly email: string; readonly phone: string },
): Change | 'full' {
  return change(doc, () => {
    const known = CONTACT.rowIn(doc.ydoc, personId)
    if (isSameValue(known, { personId, ...contact })) return 'unchanged'
    if (known === null && CONTACT.rowsIn(doc.ydoc).length >= CONTACT.most) return 'full'
    CONTACT.rootOf(doc.ydoc).set(personId, { email: contact.email, phone: contact.phone })
    CONTACT.touch(doc.ydoc, personId)
    return 'changed'
  })
}
