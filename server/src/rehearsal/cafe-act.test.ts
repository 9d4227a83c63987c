import { openTable } from '@roundel/shared/board'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openCafe, readNotes } from '../testing/cafe.ts'
import { ask, urlOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openDocument, until } from '../testing/sockets.ts'
import { enterAsActor } from './actor.ts'
import { SCRIPTS, associationsOf, shareOf, worseOf } from './script.ts'

let server: RunningServer
beforeEach(async () => {
  server = await startServer({ environment: { UPGRADES_PER_SECOND: '10000' } })
})
afterEach(() => server.stop())

test('T61 simulated people sit down, say that they are there, write on the cloth, hand on, and say what they found', async () => {
  const cafe = await openCafe(server, 0, { settings: { tables: [{ name: 'A' }, { name: 'B' }] } })
  const { meeting } = cafe
  const script = SCRIPTS.en
  const actors = await Promise.all(
    script.names.slice(0, 6).map((name, nth) =>
      enterAsActor(
        {
          origin: server.origin,
          session: meeting.session as never,
          code: meeting.code,
          name,
          script,
          share: shareOf(script, nth),
          worse: worseOf(script, nth),
          associations: associationsOf(script, nth),
        },
        { ...server.chance, random: () => 0.1 },
      ),
    ),
  )
  const goOnUntil = (isDone: () => Promise<boolean> | boolean) =>
    until(async () => {
      for (const actor of actors) expect(await actor.act()).toBe(true)
      return isDone()
    }, 20_000)

  await cafe.goTo('round-1')
  await goOnUntil(async () => (await cafe.view()).lead?.between.length === 0)
  const [table] = (await cafe.view()).tables
  const cloth = openDocument(meeting, `table.${table?.id}`, new Y.Doc())
  await goOnUntil(() => readNotes(cloth.doc).length > 2 && openTable(cloth.doc).handover.all().size === 1)
  await cafe.goTo('gather')
  await goOnUntil(async () => Object.keys((await cafe.view()).lead?.harvests ?? {}).length === 2)
  // Whoever travelled begins what they take along with one look, and ends it with the next.
  for (let looks = 0; looks < 3; looks++) for (const actor of actors) await actor.act()
  await cafe.goTo('harvest')
  const { json } = await ask<{ items: { kind: string }[] }>(urlOf(meeting, '/items'), { token: meeting.token })
  const kinds = new Set(json.items.map(({ kind }) => kind))
  for (const kind of ['idea', 'insight', 'question', 'note']) expect(kinds).toContain(kind)
  cloth.close()
  for (const actor of actors) actor.leave()
}, 40_000)
