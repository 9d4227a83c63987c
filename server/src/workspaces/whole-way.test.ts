import XLSX from '@e965/xlsx'
import type { OpenAction } from '@roundel/shared/methods'
import type { DecideView } from '@roundel/shared/methods/decide'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Meeting, type Person, ask, give, order, secretOf, sitDown, urlOf, viewOf } from '../testing/program.ts'
import { alike } from '../testing/polling-place.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { type Team, foundTeam } from '../testing/team.ts'

const DAY = 86_400_000

let server: RunningServer
let team: Team
beforeEach(async () => {
  server = await startServer()
  team = await foundTeam(server)
})
afterEach(() => server.stop())

/** Goes on to the next phase, past what announces itself and when what has to be counted is. */
const goOn = async (meeting: Meeting): Promise<string | undefined> => {
  const press = async (): Promise<number> => {
    await give(meeting, { type: 'arm' })
    return (await give(meeting, { type: 'advance' })).status
  }
  // Votes are counted in a thread of their own, which takes its time to come up on a busy machine. Seldom: presses cost what commands cost, and what comes after needs some of it.
  await expect.poll(press, { timeout: 10_000, interval: 500 }).toBe(200)
  return (await viewOf(meeting)).step?.phase
}

const stepOf = async (person: Person) => {
  const { step, work } = await viewOf(person)
  return { id: step?.id ?? '', phase: step?.phase, prompts: step?.prompts, work: work?.[step?.id as never]?.data }
}

interface Told {
  readonly decisions: readonly object[]
  readonly actions: readonly object[]
  readonly votes: readonly object[]
}

/** What a vote is on, by its poll. */
const pollOf = async (person: Person) =>
  (await stepOf(person)).work as { readonly poll?: { readonly id: string; readonly items: readonly string[] } }

/** A file of whoever leads, without the marks that keep texts in their direction. */
const fileOf = async (meeting: Meeting, format: 'md'): Promise<string> => {
  const file = await ask(urlOf(meeting, `/export?format=${format}`), { token: meeting.token })
  return file.text.replaceAll(/[\u2066-\u2069]/g, '')
}

/** The sheet Journey as another program reads it: what, whose or which, how it stands, what came of it. */
const journeyOf = async (meeting: Meeting): Promise<string> => {
  const headers = { authorization: `Bearer ${meeting.token}` }
  const file = await (await fetch(urlOf(meeting, '/export?format=xlsx'), { headers })).arrayBuffer()
  const sheet = XLSX.read(file).Sheets['Journey'] as XLSX.WorkSheet
  return XLSX.utils
    .sheet_to_json<Record<string, string>>(sheet)
    .map((row) => [row['what'], row['title'] ?? row['text'], row['state'], row['result'], row['result_text']].join('|'))
    .join('\n')
}

test('Z42 from what a client said to what came of it: a challenge, ideas of two methods, scores, a decision, a quarter later its result', async () => {
  // A client is heard. One line of it becomes an insight of the session, and the challenge is made from it.
  const noted = await team.change({
    type: 'note-contact',
    kind: 'client',
    who: 'A patient',
    at: server.chance.now(),
    lines: ['Nobody says how long it takes', 'The hall is cold'],
  })
  const first = await team.meet({
    title: 'The waiting room',
    agenda: [
      { kind: 'brainstorm' },
      { kind: 'reverse', settings: { group: 0 } },
      { kind: 'score', settings: { scoring: 'fan' } },
      { kind: 'decide' },
    ],
  })
  const line = { type: 'contact', contact: noted.json.contacts[0]?.id, line: 0 }
  const [insight] = (await team.carry(first.session, [line])).json.items
  const question = {
    text: 'How might waiting feel shorter?',
    who: 'A patient',
    what: 'know the time',
    why: 'they plan',
  }
  await order(first, { type: 'edit-challenge', challenge: question })
  const people = [await sitDown(first, 'Leila'), await sitDown(first, 'Omid'), await sitDown(first, 'Sara')] as const
  const [leila, omid] = people

  // The insight is what the first step begins from; ideas are written under it, then the question is turned round.
  await order(first, { type: 'start' })
  expect((await stepOf(leila)).prompts).toEqual([insight])
  await goOn(first)
  const sign = (await order(leila, { type: 'add-item', kind: 'idea', text: 'A sign with the time' })).item ?? ''
  await order(first, { type: 'skip' })
  while ((await stepOf(first)).phase !== 'reality') await goOn(first)
  await order(first, { type: 'skip' })

  // What both brought is scored in secret, and the best of it decided on, with a reason and a check of the room.
  const vote = (await stepOf(first)).id
  expect(await goOn(first)).toBe('open')
  const { poll } = await pollOf(first)
  expect(poll?.items).toContain(sign)
  for (const person of people) {
    const cast = await ask(urlOf(first, `/steps/${vote}/ballot`), {
      method: 'PUT',
      token: person.token,
      body: { poll: poll?.id, ballot: alike(poll?.items ?? [], 4), cast: true },
    })
    expect(cast.status).toBe(200)
  }
  while ((await stepOf(first)).phase !== 'shown') await goOn(first)
  await order(first, { type: 'advance' })
  expect((await stepOf(first)).phase).toBe('decide')
  await order(first, {
    type: 'draft-decision',
    text: 'We hang up a sign',
    items: [sign],
    why: 'It is quick',
    revision: 0,
  })
  await order(first, { type: 'decide', revision: 1 })
  await order(leila, {
    type: 'add-action',
    text: 'Print the sign',
    owner: { seat: leila.seat },
    items: [sign],
    hypothesis: 'If people know the time then they ask less',
    metric: 'Questions a day',
    baseline: '40',
  })
  const decided = (await stepOf(first)).work as DecideView
  const [action] = decided.actions
  await order(first, { type: 'end' })

  // The report tells all of it; the owner, without any account, says how it goes by the link of the action.
  const report = (await ask<Told>(urlOf(first, '/report'), { token: omid.token })).json
  expect(report).toMatchObject({
    decisions: [{ text: 'We hang up a sign', chosen: [{ text: 'A sign with the time' }], why: 'It is quick' }],
    actions: [{ text: 'Print the sign', metric: 'Questions a day', state: 'open' }],
    votes: [{ scoring: 'fan' }],
  })
  const link = await ask<{ link: string }>(urlOf(first, `/actions/${action?.id}/link`), {
    method: 'POST',
    token: leila.token,
  })
  expect((await ask(urlOf(first, '/action'), { token: secretOf(link.json.link) })).json).toMatchObject({
    action: { text: 'Print the sign' },
  })

  // A quarter later the team looks at it first, says what came of it, and the page counts it.
  server.chance.jump(95 * DAY)
  const [open] = (await team.page()).actions
  expect(open).toMatchObject({ text: 'Print the sign', title: 'The waiting room' })
  const second = await team.meet({ title: 'The quarter after', agenda: [{ kind: 'decide' }] })
  const [brought] = (await team.carry(second.session, [{ type: 'item', session: first.session, item: sign }])).json
    .items
  await order(second, { type: 'start' })
  const earlier = ((await stepOf(second)).work as { readonly earlier: readonly OpenAction[] }).earlier
  expect(earlier).toMatchObject([{ text: 'Print the sign', session: first.session }])
  await order(second, {
    type: 'review-action',
    session: first.session,
    action: open?.action,
    state: 'done',
    outcome: 'better',
    what: '25 questions a day',
  })
  // What was seen is an insight of this quarter, and what the next one begins from.
  const kept = await order(second, { type: 'keep-insight', session: first.session, action: open?.action })
  const seen = (
    await ask<{ items: { id: string; kind: string; text: string }[] }>(urlOf(second, '/items'), { token: second.token })
  ).json
  const learned = seen.items.find(({ id }) => id === kept.item)
  expect(learned).toMatchObject({ kind: 'insight', text: '25 questions a day (Print the sign)' })
  await order(second, { type: 'draft-decision', text: 'It stays', items: [brought], why: 'It works', revision: 0 })
  await order(second, { type: 'decide', revision: 1 })
  await order(second, { type: 'end' })
  const third = await team.meet({ title: 'And so on', agenda: [{ kind: 'brainstorm' }] })
  const again = { type: 'item', session: second.session, item: kept.item }
  const [next] = (await team.carry(third.session, [again])).json.items
  await order(third, { type: 'start' })
  expect((await stepOf(third)).prompts).toEqual([next])
  const page = await team.page()
  expect(page.actions).toEqual([])
  const reviewed = page.quarters[0]?.counters.find(({ id }) => id === 'reviewed')
  expect([reviewed?.count, reviewed?.least]).toEqual([1, 1])
  const former = page.quarters.find(({ outcomes }) => outcomes.tried > 0)
  expect(former?.outcomes).toMatchObject({ due: 1, inTime: 0, tried: 1, measured: 1, better: 1, chosen: 1 })
  // What was decided then goes back to what the client said, and so does what was decided on it now.
  expect(former?.outcomes).toMatchObject({ decided: 1, heard: 1, trials: 1, trialDays: 95 })
  expect(page.quarters[0]?.outcomes).toMatchObject({ decided: 1, heard: 1, trials: 0 })

  // And the idea tells its whole way.
  const way = await ask(urlOf(first, `/items/${sign}/lineage`), { token: omid.token })
  expect(way.json).toMatchObject({
    here: { passage: expect.arrayContaining([expect.objectContaining({ type: 'chosen' })]) as unknown },
  })
  expect(way.text).toContain('25 questions a day')
  const heard = await ask(urlOf(first, `/items/${insight}/lineage`), { token: omid.token })
  expect(heard.json).toMatchObject({ before: [{ type: 'contact', text: 'Nobody says how long it takes' }] })

  // The report of the first quarter tells the result now, that of the second where its idea came from: as data, as a text to
  // read, and as rows.
  const before = (await ask<Told>(urlOf(first, '/report'), { token: omid.token })).json
  expect(before).toMatchObject({
    decisions: [
      {
        chosen: [
          {
            passage: [{ type: 'voted' }, { type: 'chosen' }, { type: 'action', state: 'done', outcome: 'better' }],
            later: [{ title: 'The quarter after', passage: [{ type: 'chosen' }] }],
          },
        ],
      },
    ],
    actions: [{ later: { state: 'done', outcome: { what: '25 questions a day' }, in: 'The quarter after' } }],
  })
  const told = await fileOf(first, 'md')
  expect(told).toContain('Result: better. 25 questions a day')
  expect(told).toMatch(
    /A sign with the time\\\n.*place 1 of \d › chosen › action done: better › later: The quarter after/,
  )
  expect(await journeyOf(first)).toContain('action|Print the sign|done|better|25 questions a day')

  const after = (await ask<Told>(urlOf(second, '/report'), { token: second.token })).json
  expect(after.decisions).toMatchObject([
    {
      chosen: [
        { origins: [{ title: 'The waiting room', method: 'brainstorm', passage: [{}, {}, { outcome: 'better' }] }] },
      ],
    },
  ])
  expect(await fileOf(second, 'md')).toContain('Brainstorming, The waiting room (')
  expect(await journeyOf(second)).toMatch(/^session\|The waiting room\|/m)
})
