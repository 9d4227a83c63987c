/**
 * Version 1 of the tables.
 *
 * Small columns of a session stand apart from its value, so that a touch does not rewrite the value. `touched_at` is null
 * when a session was touched, at a time that nobody told, since the last sweep. Updates, snapshots and values have a CRC-32.
 */
export const SCHEMA_1 = `
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  code TEXT NOT NULL UNIQUE,
  touched_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE session_values (
  session TEXT PRIMARY KEY REFERENCES sessions ON DELETE CASCADE,
  json TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
  name TEXT NOT NULL,
  seq INTEGER NOT NULL,
  begun_anew INTEGER NOT NULL,
  UNIQUE (session, name)
) STRICT;

CREATE TABLE updates (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  crc INTEGER NOT NULL,
  PRIMARY KEY (document, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshots (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  upto INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  crc INTEGER NOT NULL,
  PRIMARY KEY (document, upto)
) STRICT;

CREATE TABLE claims (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  client INTEGER NOT NULL,
  owner TEXT NOT NULL,
  PRIMARY KEY (document, client)
) STRICT, WITHOUT ROWID;

CREATE TABLE owners (
  session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
  collection TEXT NOT NULL,
  record TEXT NOT NULL,
  owner TEXT NOT NULL,
  PRIMARY KEY (session, collection, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE commands (
  session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
  id TEXT NOT NULL,
  seat TEXT NOT NULL,
  at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (session, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX commands_by_age ON commands (at);

CREATE TABLE grants (
  session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
  hash TEXT NOT NULL,
  seat TEXT NOT NULL,
  kind TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (session, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX grants_by_end ON grants (expires_at);

CREATE TABLE log (
  id INTEGER PRIMARY KEY,
  session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
  seat TEXT NOT NULL,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX log_by_session ON log (session, id);
`

/** Version 2: a session may have a time at which it goes whatever happens in it. */
export const SCHEMA_2 = `
ALTER TABLE sessions ADD COLUMN expires_at INTEGER;
CREATE INDEX sessions_by_end ON sessions (expires_at) WHERE expires_at IS NOT NULL;
`

/**
 * Version 3: what was erased for good, by the hash of its ids, and how often. A backup that knows of fewer times has what
 * is to be erased again when it is restored.
 */
export const SCHEMA_3 = `
CREATE TABLE erased (
  what BLOB PRIMARY KEY,
  times INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`

/** Version 4: a personal link knows who made it, and everything that one secret opens is found. */
export const SCHEMA_4 = `
ALTER TABLE grants ADD COLUMN given_by TEXT;
CREATE INDEX grants_by_hash ON grants (hash);
`

/** Version 5: ballots under pseudonyms, and apart from them whose each is until voting is over. */
export const SCHEMA_5 = `
CREATE TABLE ballots (
  session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
  poll TEXT NOT NULL,
  voter TEXT NOT NULL,
  was_cast INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  side TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (session, poll, voter)
) STRICT, WITHOUT ROWID;

CREATE TABLE voters (
  session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
  poll TEXT NOT NULL,
  key TEXT NOT NULL,
  voter TEXT NOT NULL,
  PRIMARY KEY (session, poll, key)
) STRICT, WITHOUT ROWID;
`

/**
 * Version 6: workspaces, and which sessions belong to one. A session whose workspace is gone belongs to none: it is removed
 * with it.
 */
export const SCHEMA_6 = `
CREATE TABLE workspaces (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  key_hash TEXT NOT NULL,
  retention_ms INTEGER NOT NULL,
  written_at INTEGER NOT NULL,
  json TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
ALTER TABLE sessions ADD COLUMN workspace TEXT;
CREATE INDEX sessions_by_workspace ON sessions (workspace) WHERE workspace IS NOT NULL;
`
