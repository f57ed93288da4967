/**
 * Versions of the document. Nothing in a shared document is ever rewritten for a new
 * version: two clients that migrate while apart made every step twice. An older
 * document is read upwards (upcast on read), one function per field that needs it;
 * schema 1 is the first, so there is none yet.
 *
 * A newer document is read as far as this version understands it. Keys it does not
 * know stay untouched, because every write sets single fields; the screen says that
 * a newer version wrote here. Whether an old client may still WRITE is the relay's
 * question (close code 4426), not the document's: a hostile peer could set any number.
 */
import { SCHEMA } from './keys.ts'

export function isNewerSchema(schema: number): boolean {
  return schema > SCHEMA
}
