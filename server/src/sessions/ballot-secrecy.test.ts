import { afterEach, beforeEach, expect, test } from 'vitest'
import { alike, openPollingPlace } from '../testing/polling-place.ts'
import { type Person, ask, sitDown, urlOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { type LiveClient, openDocument, openLive, until } from '../testing/sockets.ts'

let server: RunningServer
beforeEach(async () => {
  server = await startServer({ environment: { LOG_LEVEL: 'debug' } })
})
afterEach(() => server.stop())

/** What differs from one run to the next whatever people vote: ids, secrets and codes, times, drawn numbers, how often people came. */
const canonical = (text: string): string =>
  text
    .replaceAll(/[\w-]{16,}/g, '#')
    .replaceAll(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, '@')
    .replaceAll(/"(seed|v|ms)": ?\d+/g, '"$1":n')
    .replaceAll(/\d{10,}(\.\d+)?/g, 'T')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'here')

/** Everything that everybody hears from the opening of a vote until just before it is shown, when all vote so. */
const listenTo = async (value: number) => {
  const place = await openPollingPlace(server, { voters: 5, clients: 2 })
  const { meeting } = place
  const invited = (link: string): string => link.slice(link.indexOf('#') + 1)
  const observer = await sitDown(meeting, 'Vera', invited(meeting.links.observer))
  const screen = await sitDown(meeting, 'Wall', invited(meeting.links.screen))
  const everybody: readonly Person[] = [meeting, ...place.voters, observer, screen]
  await place.goTo('open')
  const lives: LiveClient[] = await Promise.all(everybody.map((person) => openLive(person)))
  const boards = everybody.map((person) => openDocument(person, 'board'))
  await until(() => boards.every((board) => board.isSynced()))
  const heard = lives.map((): string[] => [])
  const since = lives.map(({ frames }) => frames.length)
  const answers: string[][] = everybody.map(() => [])
  /** One look of everybody at everything: what came on its own since the last, and what is answered to every question. */
  const look = async (): Promise<void> => {
    for (const [index, person] of everybody.entries()) {
      const frames = lives[index]?.frames ?? []
      heard[index]?.push(...frames.slice(since[index]))
      since[index] = frames.length
      for (const path of ['', '/screen', '/items', '/export?format=json', `/steps/${place.step}/result`]) {
        const reply = await ask(urlOf(person, path), { token: person.token })
        answers[index]?.push(`${path} ${reply.status} ${reply.text}`)
      }
    }
  }
  const lengths: number[] = []
  for (const [index, voter] of place.voters.entries()) {
    const begun = await place.cast(voter, alike(place.items.slice(0, 1), value), { cast: false })
    const taken = await place.cast(voter, alike(place.items, value))
    lengths.push(begun.text.length, taken.text.length)
    await until(() => lives.every(({ view }) => JSON.stringify(view()?.work ?? {}).includes(`"cast":${index + 1}`)))
  }
  await look()
  await place.goTo('closed')
  await until(() => lives.every(({ view }) => JSON.stringify(view()?.work ?? {}).includes('"isCounted":true')))
  await look()
  await place.move('arm')
  await until(() => lives.every(({ view }) => view()?.step?.armed !== undefined))
  await look()
  for (const live of lives) live.close()
  for (const board of boards) board.close()
  return {
    // Frames may be joined or split by the network: what they say in all, in order, is what counts.
    heard: heard.map((frames) => frames.map(canonical)),
    answers: answers.map((texts) => texts.map(canonical)),
    boards: boards.map(({ received }) => received.reduce((sum, bytes) => sum + bytes.byteLength, 0)),
    lengths,
  }
}

/** What live messages say of the vote, each once: counts that rise, and states. */
const sayings = (frames: readonly string[]): readonly string[] => [
  ...new Set(frames.flatMap((frame) => frame.match(/"poll":\{[^}]*\}|"isCounted":true|"result":\{/g) ?? [])),
]

test('Q43 from opening to showing, ballots that are all lowest and all highest look alike to everybody, on every path, byte by byte', async () => {
  const lowest = await listenTo(1)
  const highest = await listenTo(5)
  expect(highest.lengths).toEqual(lowest.lengths)
  expect(highest.answers).toEqual(lowest.answers)
  expect(highest.heard.map(sayings)).toEqual(lowest.heard.map(sayings))
  expect(lowest.heard.flat().join('')).not.toContain('"result":')
  expect(lowest.answers.flat().join('')).not.toContain('"result":')
  expect(lowest.answers.flat().join('')).not.toContain('feasible":{"n"')
  // Nothing of a vote is content of a document.
  expect(new Set([...lowest.boards, ...highest.boards]).size).toBeLessThanOrEqual(2)
}, 120_000)

test('Q43 no log says what somebody voted, nor by which pseudonym', async () => {
  const place = await openPollingPlace(server)
  await place.goTo('open')
  const poll = (await place.seen()).poll?.id ?? ''
  for (const voter of place.voters) await place.cast(voter, alike(place.items, 5))
  const pseudonyms = (await server.store.ballots(place.meeting.session as never, poll)).map(({ voter }) => voter)
  await place.goTo('shown')
  const audit = JSON.stringify(await server.store.log(place.meeting.session as never))
  const lines = server.lines.join('\n')
  for (const secret of [...pseudonyms, '"novel":5', 'novel\\":5']) {
    expect(lines).not.toContain(secret)
    expect(audit).not.toContain(secret)
  }
  for (const { seat } of place.voters) {
    const [stored] = await server.store.ballots(place.meeting.session as never, poll)
    expect(JSON.stringify(stored)).not.toContain(seat)
    expect(await server.store.ballot(place.meeting.session as never, poll, seat)).toBeUndefined()
  }
})
