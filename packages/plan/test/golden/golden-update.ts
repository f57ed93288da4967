/** The golden documents of schema 1 as bytes, and what was read in them when they were made. */
import golden from './schema-1.json' with { type: 'json' }

export const goldenReading: unknown = golden.plan.reading
export const goldenDiscussionReading: unknown = golden.discussion.reading

export function goldenUpdate(): Uint8Array {
  return fromBase64(golden.plan.update)
}

export function goldenDiscussionUpdate(): Uint8Array {
  return fromBase64(golden.discussion.update)
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}
