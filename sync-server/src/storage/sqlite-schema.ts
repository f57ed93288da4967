// The tables of `milepost.sqlite`, and how an older file becomes a newer one.
//
// `user_version` is the schema's number. A file with a higher one was written by a newer Milepost and is left alone:
// opening it could drop what this version does not know of.
import type { DatabaseSync } from 'node:sqlite'
import { rowChecksum, segmentChecksum } from './sqlite-checksum.ts'

export const SCHEMA_VERSION = 2
/** "Mile" in ASCII: marks the file as ours among all SQLite files. */
export const APPLICATION_ID = 0x4d696c65

const VERSION_1 = `
  CREATE TABLE plans (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    grants_version INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE rooms (
    n INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    plan INTEGER NOT NULL REFERENCES plans(n),
    kind TEXT NOT NULL CHECK (kind IN ('plan', 'discussion')),
    epoch TEXT NOT NULL,
    head INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE grants (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    plan INTEGER NOT NULL REFERENCES plans(n),
    hash BLOB NOT NULL,
    right TEXT NOT NULL CHECK (right IN ('view', 'comment', 'edit', 'manage')),
    side TEXT NOT NULL CHECK (side IN ('buyer', 'seller')),
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    role_id TEXT,
    person_id TEXT,
    made_by TEXT,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    used_at INTEGER,
    last_seen_at INTEGER,
    revoked_at INTEGER,
    revoked_by TEXT,
    revoked_with TEXT,
    merged_edits INTEGER NOT NULL DEFAULT 0, -- rows of this grant that are gone from the log
    UNIQUE (plan, hash)
  ) STRICT;

  -- The log. Rows behind the last segment are the newest; others wait to be forgotten, should their segment be damaged.
  CREATE TABLE updates (
    room INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    grant_n INTEGER NOT NULL,
    data BLOB NOT NULL,
    crc INTEGER NOT NULL,
    PRIMARY KEY (room, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE segments (
    room INTEGER NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER NOT NULL,
    data BLOB NOT NULL,
    runs BLOB NOT NULL,
    crc INTEGER NOT NULL,
    PRIMARY KEY (room, from_seq)
  ) STRICT;

  -- Evidence: which link wrote under which Yjs client id.
  CREATE TABLE authors (
    room INTEGER NOT NULL,
    client_id INTEGER NOT NULL,
    grant_n INTEGER NOT NULL,
    PRIMARY KEY (room, client_id)
  ) STRICT, WITHOUT ROWID;

  -- Five-minute slots since 1970 in which a link wrote something new.
  CREATE TABLE contributions (
    grant_n INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    PRIMARY KEY (grant_n, slot)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL) STRICT;
`

const VERSION_2 = `
  -- A segment (by_from to by_to) was put in the place of others, and of the rows from rows_from on, which stay in the log
  -- until this is forgotten.
  CREATE TABLE replacements (
    n INTEGER PRIMARY KEY,
    room INTEGER NOT NULL,
    by_from INTEGER NOT NULL,
    by_to INTEGER NOT NULL,
    rows_from INTEGER NOT NULL,
    at INTEGER NOT NULL,
    is_collection INTEGER NOT NULL CHECK (is_collection IN (0, 1))
  ) STRICT;
  CREATE INDEX replacements_by ON replacements (room, by_from, by_to);

  -- These other segments.
  CREATE TABLE replaced (
    replacement INTEGER NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER NOT NULL,
    data BLOB NOT NULL,
    runs BLOB NOT NULL,
    crc INTEGER NOT NULL,
    PRIMARY KEY (replacement, from_seq)
  ) STRICT, WITHOUT ROWID;

  -- Facts about the file itself.
  CREATE TABLE settings (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`

export type SchemaOutcome = 'ready' | 'newer' | 'foreign'

/** Brings an open file to this version. Nothing is written to a file that is newer or somebody else's. */
export function migrate(db: DatabaseSync): SchemaOutcome {
  const version = pragma(db, 'user_version')
  const application = pragma(db, 'application_id')
  const tables = Number(db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'])
  if (application !== APPLICATION_ID && (application !== 0 || version !== 0 || tables > 0)) return 'foreign'
  if (version > SCHEMA_VERSION) return 'newer'
  if (version === SCHEMA_VERSION) return 'ready'
  db.exec('BEGIN IMMEDIATE')
  if (version < 1) db.exec(VERSION_1)
  db.exec(VERSION_2)
  if (version === 1) widenChecksums(db)
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
  db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`)
  db.exec('COMMIT')
  return 'ready'
}

/** The checksum of a segment covers its runs since version 2. One that did not fit before must not fit now. */
function widenChecksums(db: DatabaseSync): void {
  const update = db.prepare('UPDATE segments SET crc = ? WHERE room = ? AND from_seq = ?')
  const places = db.prepare('SELECT room, from_seq FROM segments').all()
  const read = db.prepare('SELECT data, runs, crc FROM segments WHERE room = ? AND from_seq = ?')
  for (const { room, from_seq: from } of places) {
    const { data, runs, crc } = read.get(Number(room), Number(from)) ?? {}
    if (!(data instanceof Uint8Array) || !(runs instanceof Uint8Array)) continue
    if (rowChecksum(data) === crc) update.run(segmentChecksum(data, runs), Number(room), Number(from))
  }
}

function pragma(db: DatabaseSync, name: string): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name])
}
