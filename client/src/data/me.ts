/**
 * Me: who the person at this device says to be. Asked once, kept on the device, sent nowhere but into the plans and links this
 * person makes. `company` and `side` are what a new plan starts from.
 */
import type { Side } from '@milepost/protocol'

export interface Me {
  readonly company: string
  readonly side: Side
  readonly role: string
  readonly name: string
}
