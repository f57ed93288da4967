/** The golden documents of schema 1 as bytes, and what was read in them when they were made. */
import golden from './schema-1.json' with { type: 'json' }
import terms from './schema-1-terms.json' with { type: 'json' }

export const goldenReading: object = golden.plan.reading
export const goldenTermsReading: object = terms.reading
export const goldenDiscussionReading: object = golden.discussion.reading

export function goldenUpdate(): Uint8Array {
  return fromBase64(golden.plan.update)
}

export function goldenTermsUpdate(): Uint8Array {
  return fromBase64(terms.update)
}

export function goldenDiscussionUpdate(): Uint8Array {
  return fromBase64(golden.discussion.update)
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}
