import type { DatabaseSync } from 'node:sqlite'
import { type BallotWrite, Conflict } from '../store.ts'

interface Link {
  readonly poll: string
  readonly key: string
  readonly voter: string
}

/** Stores ballots under their pseudonyms, and apart from them whose each is until voting is over. */
export const prepareBallotWrites = (db: DatabaseSync) => {
  const findVoter = db.prepare('SELECT voter FROM voters WHERE session = ? AND poll = ? AND key = ?')
  const findSeq = db.prepare('SELECT seq, was_cast FROM ballots WHERE session = ? AND poll = ? AND voter = ?')
  const putBallot = db.prepare('INSERT OR REPLACE INTO ballots VALUES (?, ?, ?, ?, ?, ?, ?)')
  const putVoter = db.prepare('INSERT INTO voters VALUES (?, ?, ?, ?)')
  const dropBallot = db.prepare('DELETE FROM ballots WHERE session = ? AND poll = ? AND voter = ?')
  const dropBegun = db.prepare('DELETE FROM ballots WHERE session = ? AND poll = ? AND was_cast = 0')
  const dropBallots = db.prepare('DELETE FROM ballots WHERE session = ? AND poll = ?')
  const dropVoter = db.prepare('DELETE FROM voters WHERE session = ? AND poll = ? AND key = ?')
  const dropVoters = db.prepare('DELETE FROM voters WHERE session = ? AND poll = ?')
  const findLinks = db.prepare(
    "SELECT poll, key, voter FROM voters WHERE session = ?1 AND (key = ?2 OR (key >= ?2 || '.' AND key < ?2 || '/'))",
  )

  const put = (session: string, write: Extract<BallotWrite, { readonly type: 'put' }>): void => {
    const { poll, key, voter, cast, seq, side, body } = write
    const known = findVoter.get(session, poll, key)?.voter
    if (known !== undefined && known !== voter) throw new Conflict('the ballot has another pseudonym')
    const last = (known === undefined ? 0 : (findSeq.get(session, poll, voter)?.seq as number | undefined)) ?? 0
    if (seq !== last + 1) throw new Conflict(`the ballot is at ${last}, ${seq} does not follow`)
    if (known === undefined) {
      if (findSeq.get(session, poll, voter)) throw new Conflict('the pseudonym is taken')
      putVoter.run(session, poll, key, voter)
    }
    putBallot.run(session, poll, voter, cast ? 1 : 0, seq, side ?? null, body)
  }

  const linksOf = (session: string, seat: string): readonly Link[] =>
    findLinks.all(session, seat) as unknown as readonly Link[]

  const handOver = (session: string, seat: string, into: string): void => {
    for (const { poll, key, voter } of linksOf(session, seat)) {
      const target = key.replace(seat, into)
      const other = findVoter.get(session, poll, target)?.voter as string | undefined
      dropVoter.run(session, poll, key)
      const wasCast = (of: string): boolean => findSeq.get(session, poll, of)?.was_cast === 1
      if (other !== undefined && (wasCast(other) || !wasCast(voter))) {
        dropBallot.run(session, poll, voter)
        continue
      }
      if (other !== undefined) {
        dropVoter.run(session, poll, target)
        dropBallot.run(session, poll, other)
      }
      putVoter.run(session, poll, target, voter)
    }
  }

  return (session: string, writes: readonly BallotWrite[]): void => {
    for (const write of writes) {
      switch (write.type) {
        case 'put':
          put(session, write)
          break
        case 'seal':
          dropBegun.run(session, write.poll)
          dropVoters.run(session, write.poll)
          break
        case 'destroy':
          dropBallots.run(session, write.poll)
          dropVoters.run(session, write.poll)
          break
        case 'unlink':
          for (const { poll, key } of linksOf(session, write.seat)) dropVoter.run(session, poll, key)
          break
        case 'hand-over':
          handOver(session, write.seat, write.into)
      }
    }
  }
}
