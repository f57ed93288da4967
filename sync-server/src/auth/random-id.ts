// Random names of the relay's own: grants and epochs.
import { randomBytes } from 'node:crypto'

/** 16 random bytes as 22 characters of base64url: shorter than a capability, so that neither is taken for the other. */
export function randomId(): string {
  return randomBytes(16).toString('base64url')
}
