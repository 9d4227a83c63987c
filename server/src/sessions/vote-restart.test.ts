import { expect, test } from 'vitest'
import type { MemoryDisk } from '../storage/memory-disk.ts'
import { openMemoryStore } from '../storage/memory.ts'
import { alike, openPollingPlace } from '../testing/polling-place.ts'
import { type Person, ask, urlOf, viewOf } from '../testing/program.ts'
import { startServer } from '../testing/running-server.ts'
import { until } from '../testing/sockets.ts'

test('Q44 ballots outlive the server, and a poll that nobody had counted is counted when it is opened again, once', async () => {
  const disk: MemoryDisk = new Map()
  const first = await startServer({ store: openMemoryStore(disk) })
  const place = await openPollingPlace(first, { voters: 4 })
  await place.goTo('open')
  for (const [index, voter] of place.voters.entries()) await place.cast(voter, alike(place.items, 1 + index))
  await place.goTo('closed')
  await first.stop()
  // As it is when the server ends before the count is stored.
  const stored = disk.get(place.meeting.session as never)
  if (!stored) throw new Error('nothing is stored')
  const session = JSON.parse(stored.json) as { workings: Record<string, { result?: unknown }> }
  delete session.workings[place.step]?.result
  stored.json = JSON.stringify(session)

  const second = await startServer({ store: openMemoryStore(disk) })
  const back = (person: Person): Person => ({ ...person, origin: second.origin })
  const seen = async () => (await viewOf(back(place.meeting))).work?.[place.step as never]?.data as { isCounted?: true }
  await until(async () => (await seen()).isCounted)
  const move = (type: string) =>
    ask(urlOf(back(place.meeting), '/commands'), {
      token: place.meeting.token,
      body: { type, commandId: `${type}-of-the-vote-`.slice(0, 16).padEnd(16, '0') },
    })
  expect((await move('arm')).status).toBe(200)
  expect((await move('advance')).status).toBe(200)
  const { json } = await ask<{ result: unknown }>(urlOf(back(place.meeting), `/steps/${place.step}/result`), {
    token: place.meeting.token,
  })
  expect(json.result).toMatchObject({ turnout: { cast: 4, eligible: 4 } })
  const log = await second.store.log(place.meeting.session as never)
  expect(log.filter(({ type }) => type === 'count').length).toBeLessThanOrEqual(2)
  await second.stop()
})
