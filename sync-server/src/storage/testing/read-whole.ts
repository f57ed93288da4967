// A room as an engine holds it, for tests in which nothing may be damaged.
import type { RoomName } from '@milepost/protocol'
import type { SqliteEngine } from '../sqlite-engine.ts'
import type { StoredRoom } from '../storage.ts'

export function readWhole(engine: SqliteEngine, room: RoomName): StoredRoom {
  const stored = engine.readRoom(room)
  if (typeof stored === 'string') throw new Error(stored)
  if ('damaged' in stored) throw new Error('a segment is damaged')
  return stored
}
