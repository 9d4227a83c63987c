import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PollingPlace, alike, openPollingPlace } from '../testing/polling-place.ts'
import { type Person, newId, order, refusalOf, secretOf, sitDown } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'

/**
 * Who is told what, by what they ask for: `own` ballot, `give` one, `result`. A letter for each phase in order: prepared,
 * open, closed, shown.
 *
 * `+` done · `n` may not · `w` not yet · `c` over · `s` not shown yet · `r` was sent away · `x` not known here
 */
const TABLE = `
  participant     own w+++  give w+cc  result sss+
  client          own w+++  give w+cc  result sss+
  late            own wnnn  give wnnn  result sss+
  facilitator     own wnnn  give wnnn  result sss+
  co-facilitator  own wnnn  give wnnn  result sss+
  observer        own wnnn  give wnnn  result sss+
  screen          own wnnn  give wnnn  result sss+
  removed         own rrrr  give rrrr  result rrrr
  waiting         own xxxx  give xxxx  result xxxx
  stranger        own xxxx  give xxxx  result xxxx
`

const LETTERS: Readonly<Record<string, string>> = {
  'not-allowed': 'n',
  'wrong-phase': 'w',
  closed: 'c',
  'not-revealed': 's',
  removed: 'r',
  'not-seated': 'x',
}

let server: RunningServer
let place: PollingPlace
let people: Record<string, Person>
beforeAll(async () => {
  server = await startServer()
  place = await openPollingPlace(server, { voters: 3, clients: 1 })
  const { meeting, voters } = place
  const [client, participant, removed] = voters as [Person, Person, Person]
  const assistant = await sitDown(meeting, 'Helper')
  await order(meeting, { type: 'set-role', seat: assistant.seat, role: 'co-facilitator' })
  people = {
    participant,
    client,
    removed,
    facilitator: meeting,
    'co-facilitator': assistant,
    observer: await sitDown(meeting, 'Vera', secretOf(meeting.links.observer)),
    screen: await sitDown(meeting, 'Wall', secretOf(meeting.links.screen)),
    stranger: { ...meeting, token: newId() },
  }
  await order(meeting, { type: 'remove', seat: removed.seat })
  await order(meeting, { type: 'set-setting', door: 'ask' })
  people['waiting'] = await sitDown(meeting, 'Nima')
}, 60_000)
afterAll(() => server.stop())

test('W48 who may ask for a ballot, give one, and see the result, in every phase of a vote', async () => {
  const found: Record<string, { own: string; give: string; result: string }> = {}
  const note = async (name: string, person: Person): Promise<void> => {
    const letterOf = (reply: Parameters<typeof refusalOf>[0]): string => {
      const [status, code] = refusalOf(reply)
      return status === 200 ? '+' : (LETTERS[code ?? ''] ?? `${status} ${code}`)
    }
    const before = found[name] ?? { own: '', give: '', result: '' }
    found[name] = {
      own: before.own + letterOf(await place.own(person)),
      give: before.give + letterOf(await place.cast(person, alike(place.items, 3))),
      result: before.result + letterOf(await place.result(person)),
    }
  }
  for (const phase of ['prepare', 'open', 'closed', 'shown']) {
    await place.goTo(phase)
    // Somebody who comes when voting is open already; before that they are nobody's business.
    if (phase === 'open') {
      const late = await sitDown(place.meeting, 'Late')
      await order(place.meeting, { type: 'admit', seat: late.seat })
      people['late'] = late
      found['late'] = { own: 'w', give: 'w', result: 's' }
    }
    for (const [name, person] of Object.entries(people)) await note(name, person)
  }
  const expected = Object.fromEntries(
    [...TABLE.matchAll(/(\S+)\s+own (\S+)\s+give (\S+)\s+result (\S+)/g)].map(([, name, own, give, result]) => [
      name,
      { own, give, result },
    ]),
  )
  expect(found).toEqual(expected)
}, 60_000)
