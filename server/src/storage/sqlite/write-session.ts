import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { latestTimeOf } from '../activity.ts'
import { Conflict, type Write } from '../store.ts'

/** Stores the session's own row: its next version, value and code, and when it was touched. Returns the version after it. */
export const prepareSessionWrites = (db: DatabaseSync) => {
  const find = db.prepare('SELECT version, touched_at FROM sessions WHERE id = ?')
  const findCode = db.prepare('SELECT id FROM sessions WHERE code = ?')
  const insert = db.prepare('INSERT INTO sessions (id, version, code) VALUES (?, 0, ?)')
  const update = db.prepare('UPDATE sessions SET version = ?, code = ?, expires_at = ?, workspace = ? WHERE id = ?')
  const touch = db.prepare('UPDATE sessions SET touched_at = ? WHERE id = ?')
  const putValue = db.prepare(
    'INSERT INTO session_values VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET json = excluded.json, crc = excluded.crc',
  )

  const writeValue = (session: string, version: number, value: NonNullable<Write['value']>): void => {
    if (value.version !== version + 1)
      throw new Conflict(`the session is at version ${version}, ${value.version} does not follow`)
    const holder = findCode.get(value.code)
    if (holder && holder.id !== session) throw new Conflict('the code belongs to another session')
    update.run(value.version, value.code, value.expiresAt ?? null, value.workspace ?? null, session)
    putValue.run(session, value.json, crc32(value.json))
  }

  return {
    create: ({ session, value }: Write): void => {
      if (find.get(session)) throw new Conflict('the session exists already')
      if (!value) throw new Conflict('a new session needs a value')
      if (findCode.get(value.code)) throw new Conflict('the code belongs to another session')
      insert.run(session, value.code)
    },
    put: (write: Write): number => {
      const stored = find.get(write.session)
      if (!stored) throw new Conflict('the session is unknown')
      const version = stored.version as number
      if (write.value) writeValue(write.session, version, write.value)
      const before = stored.touched_at as number | null
      const time = latestTimeOf(write)
      const touched = time === undefined ? null : Math.max(time, before ?? time)
      if (touched !== before) touch.run(touched, write.session)
      return write.value?.version ?? version
    },
  }
}
