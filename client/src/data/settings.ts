/** What this device remembers for its person: who they are, how they like the screen, the create tokens of their relays. */
import { isSide } from '@milepost/protocol'
import * as v from 'valibot'
import type { LocalValue, Setting } from './device.ts'
import type { Me } from './me.ts'
import { cell, type Readable } from './readable.ts'
import type { DeviceRows } from './storage/device-rows.ts'

export interface Settings {
  readonly me: Readable<Me | null>
  setMe(me: Me): void
  local<T extends LocalValue>(key: string, initial: T): Setting<T>
  createToken(relay: string): string | null
  setCreateToken(relay: string, token: string): void
}

const ME = 'me'
const MeShape = v.object({
  company: v.string(),
  side: v.custom<Me['side']>(isSide),
  role: v.string(),
  name: v.string(),
})

export function createSettings(rows: DeviceRows): Settings {
  const me = cell<Me | null>(null, (a, b) => JSON.stringify(a) === JSON.stringify(b))
  const readMe = () => {
    const parsed = v.safeParse(MeShape, rows.setting(ME))
    me.set(parsed.success ? parsed.output : null)
  }
  readMe()
  rows.subscribe(readMe)

  return {
    me,
    setMe: (next) => rows.putSetting(ME, next),
    local: <T extends LocalValue>(key: string, initial: T) => localSetting(rows, `local:${key}`, initial),
    createToken(relay) {
      const token = rows.setting(`createToken:${relay}`)
      return typeof token === 'string' && token !== '' ? token : null
    },
    setCreateToken: (relay, token) => rows.putSetting(`createToken:${relay}`, token.trim()),
  }
}

/** What lies on disk is taken where it is of the same kind as `initial`: an older version may have kept something else there. */
function localSetting<T extends LocalValue>(rows: DeviceRows, key: string, initial: T): Setting<T> {
  return {
    get() {
      const kept = rows.setting(key)
      return kindOf(kept) === kindOf(initial) ? (kept as T) : initial
    },
    set: (value) => rows.putSetting(key, value),
    subscribe(listener) {
      let last = rows.setting(key)
      return rows.subscribe(() => {
        const now = rows.setting(key)
        if (Object.is(now, last)) return
        last = now
        listener()
      })
    },
  }
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}
