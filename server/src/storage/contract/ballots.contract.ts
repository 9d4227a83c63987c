import { describe, expect, test } from 'vitest'
import { type BallotWrite, Conflict, type StoredBallot } from '../store.ts'
import { ANN, BOB, type OpenStore, SESSION, openFilled, readTwice } from './sample.ts'

const POLL = 'poll-00000000001'

const ballot = (voter: string, part: Partial<StoredBallot> = {}): StoredBallot => ({
  voter,
  cast: true,
  seq: 1,
  body: `{"of":"${voter}"}`,
  ...part,
})
const put = (key: string, voter: string, part: Partial<StoredBallot> = {}, poll = POLL): BallotWrite => ({
  type: 'put',
  poll,
  key,
  ...ballot(voter, part),
})

/** Laws of ballots: each under a pseudonym, and whose it is apart from it. */
export const describeBallots = (open: OpenStore): void => {
  const openBox = async () => {
    const opened = await openFilled(open)
    const write = (...ballots: readonly BallotWrite[]): Promise<void> =>
      opened.store.commit({ session: SESSION, ballots })
    return { ...opened, write }
  }

  describe('ballots', () => {
    test('D50 a ballot is found by whose it is, changes step by step, and stays what it was when a change does not follow', async () => {
      const opened = await openBox()
      const { write } = opened
      await write(put(ANN, 'voter-9', { cast: false, side: 'client' }), put(`${ANN}.2`, 'voter-1'))
      await write(put(ANN, 'voter-9', { seq: 2, side: 'client' }))
      for (const wrong of [
        put(ANN, 'voter-9', { seq: 2 }),
        put(ANN, 'voter-9', { seq: 4 }),
        put(ANN, 'voter-3', { seq: 3 }),
        put(BOB, 'voter-9'),
        put(BOB, 'voter-5', { seq: 2 }),
      ]) {
        await expect(write(put(BOB, 'voter-7'), wrong)).rejects.toBeInstanceOf(Conflict)
      }
      for await (const found of readTwice(opened)) {
        expect(await found.ballot(SESSION, POLL, ANN)).toEqual(ballot('voter-9', { seq: 2, side: 'client' }))
        expect(await found.ballot(SESSION, POLL, `${ANN}.2`)).toEqual(ballot('voter-1'))
        expect(await found.ballot(SESSION, POLL, BOB)).toBeUndefined()
        expect(await found.ballot(SESSION, 'poll-00000000002', ANN)).toBeUndefined()
        expect(await found.ballots(SESSION, 'poll-00000000002')).toEqual([])
      }
    })

    test('D51 what was cast is read in the sequence of the pseudonyms, and what was only begun is not', async () => {
      const opened = await openBox()
      await opened.write(put(ANN, 'voter-9'))
      await opened.write(put(BOB, 'voter-1'))
      await opened.write(put(`${BOB}.2`, 'voter-4', { cast: false }), put(ANN, 'voter-2', {}, 'poll-00000000002'))
      for await (const store of readTwice(opened)) {
        expect(await store.ballots(SESSION, POLL)).toEqual([ballot('voter-1'), ballot('voter-9')])
      }
    })

    test('D52 once sealed nothing says whose a ballot is, what was cast stands, and what was begun is gone', async () => {
      const opened = await openBox()
      await opened.write(put(ANN, 'voter-9'), put(BOB, 'voter-1', { cast: false }))
      await opened.write({ type: 'seal', poll: POLL })
      for await (const store of readTwice(opened)) {
        expect(await store.ballot(SESSION, POLL, ANN)).toBeUndefined()
        expect(await store.ballots(SESSION, POLL)).toEqual([ballot('voter-9')])
      }
    })

    test('D52 a poll that is taken back leaves no ballot, and others stand', async () => {
      const opened = await openBox()
      await opened.write(put(ANN, 'voter-9'), put(ANN, 'voter-2', {}, 'poll-00000000002'))
      await opened.write({ type: 'destroy', poll: POLL })
      for await (const store of readTwice(opened)) {
        expect(await store.ballots(SESSION, POLL)).toEqual([])
        expect(await store.ballots(SESSION, 'poll-00000000002')).toHaveLength(1)
      }
    })

    test('D53 who is forgotten keeps no tie to a ballot; who became another has that one vote', async () => {
      const opened = await openBox()
      const { store, write } = opened
      await write(put(ANN, 'voter-1'), put(`${ANN}.2`, 'voter-2'), put(BOB, 'voter-3'))
      await write({ type: 'unlink', seat: ANN })
      expect(await store.ballot(SESSION, POLL, ANN)).toBeUndefined()
      expect(await store.ballot(SESSION, POLL, `${ANN}.2`)).toBeUndefined()
      expect(await store.ballots(SESSION, POLL)).toHaveLength(3)
      await write(put(ANN, 'voter-4', { cast: false }))
      await write({ type: 'hand-over', seat: BOB, into: ANN })
      // What was cast counts before what was begun.
      expect(await store.ballot(SESSION, POLL, ANN)).toEqual(ballot('voter-3'))
      await write(put(BOB, 'voter-5'))
      await write({ type: 'hand-over', seat: BOB, into: ANN })
      for await (const found of readTwice(opened)) {
        expect(await found.ballot(SESSION, POLL, ANN)).toEqual(ballot('voter-3'))
        expect(await found.ballot(SESSION, POLL, BOB)).toBeUndefined()
        expect((await found.ballots(SESSION, POLL)).map(({ voter }) => voter)).toEqual([
          'voter-1',
          'voter-2',
          'voter-3',
        ])
      }
    })

    test('D50 ballots go with their session', async () => {
      const opened = await openBox()
      await opened.write(put(ANN, 'voter-9'))
      await opened.store.remove(SESSION)
      for await (const store of readTwice(opened)) {
        expect(await store.ballots(SESSION, POLL)).toEqual([])
        expect(await store.ballot(SESSION, POLL, ANN)).toBeUndefined()
      }
    })
  })
}
