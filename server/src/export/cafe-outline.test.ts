import { openHandover, openTable } from '@roundel/shared/board'
import type { TableId } from '@roundel/shared/kernel'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCafe, writeNote } from '../testing/cafe.ts'
import { type Person, ask, order, urlOf, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openDocument, until } from '../testing/sockets.ts'
import { SessionExport } from './session-file.ts'

let server: RunningServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.stop())

const read = (person: Person, format: string) =>
  ask<SessionExport>(urlOf(person, `/export?format=${format}`), { token: person.token })

test('T58 a report of a café tells its tables, who sat where, what was handed on and what it came to, in every format', async () => {
  const cafe = await openCafe(server, 9, {
    settings: { tables: [{ name: 'Blue' }, { name: 'Red' }, { name: 'Green' }] },
  })
  const { meeting } = cafe
  await cafe.goTo('round-1')
  const [[table, [host, ann]]] = [...(await cafe.tables())] as unknown as [[TableId, [Person, Person]]]
  const cloth = openDocument(host, `table.${table}`)
  await until(cloth.isSynced)
  const step = (await viewOf(host)).step?.id ?? ''
  writeNote(cloth.doc, { step, table, round: 1, author: host.seat, text: 'A bench by the door' })
  openHandover(openTable(cloth.doc), table).write(1, ['Ask who waits', '', ''])
  await until(async () => (await viewOf(meeting)).step?.counts.tables?.[table]?.items === 1)
  await order(meeting, { type: 'set-setting', participantsExport: true })

  const early = await until(async () => {
    const { json } = await read(meeting, 'json')
    return json.cafes?.[0]?.handover.length === 1 && json
  })
  expect(early.items).toEqual([])
  expect((await read(ann, 'json')).json.cafes?.[0]?.handover).toEqual([])

  await cafe.goTo('harvest')
  cloth.close()
  const { json } = await read(ann, 'json')
  expect(v.parse(SessionExport, json)).toEqual(json)
  expect(json.cafes).toMatchObject([
    {
      tables: [{ name: 'Blue', host: host.seat }, { name: 'Red' }, { name: 'Green' }],
      handover: [{ table, round: 1, lines: ['Ask who waits'] }],
      figures: { rounds: 2, revisits: 0 },
    },
  ])
  expect(json.cafes?.[0]?.rounds).toHaveLength(2)
  expect(json.items).toMatchObject([{ text: 'A bench by the door', table, round: 1 }])
  expect(json.items[0]?.author).toBeUndefined()

  const csv = (await read(meeting, 'csv')).text
  expect(csv).toMatch(/"A bench by the door".*"Blue","1"/)
  const report = (await read(meeting, 'md')).text
  for (const line of ['#### Tables', 'Blue (host: Guest 0)', 'Ask who waits', '#### Rounds', 'Table Blue, Round 1'])
    expect(report).toContain(line)
  expect(report).toMatch(/Pairs that met: \d+ of \d+/)
})
