import type { View as SessionView } from '@roundel/shared/session'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Meeting,
  type Reply,
  ask,
  createMeeting,
  give,
  newId,
  order,
  refusalOf,
  secretOf,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openLive, until } from '../testing/sockets.ts'
import { Seated, Transfer, Waiting } from './answers.ts'

let server: RunningServer
let meeting: Meeting
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server)
})
afterEach(() => server.stop())

interface SeatedReply {
  readonly seat: { readonly id: string; readonly role: string; readonly side: string; readonly state: string }
  readonly view: SessionView
}

const take = (body: Record<string, unknown>, headers: Record<string, string> = {}): Promise<Reply<SeatedReply>> =>
  ask(urlOf(meeting, '/seats'), { body, headers })

/** A browser: it keeps its cookie. */
const openBrowser = () => {
  let cookie = ''
  return {
    cookie: () => cookie,
    take: async (body: Record<string, unknown>): Promise<Reply<SeatedReply>> => {
      const reply = await take(body, cookie === '' ? {} : { cookie, origin: server.origin })
      cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
      return reply
    },
    view: () => ask<SessionView>(urlOf(meeting), { headers: { cookie } }),
  }
}

describe('I13 the invitation decides', () => {
  test.each([
    ['participant', 'participant', 'team'],
    ['client', 'participant', 'client'],
    ['observer', 'observer', 'team'],
    ['screen', 'screen', 'team'],
    ['facilitator', 'facilitator', 'team'],
  ] as const)('I13 the link for %s seats a %s on the side %s', async (invite, role, side) => {
    const reply = await take({ invite: secretOf(meeting.links[invite]), name: 'Ann' })
    expect(reply.status).toBe(201)
    const { seat, view } = v.parse(Seated, reply.json)
    expect(seat).toMatchObject({ role, side, state: 'seated' })
    expect(view.me.seat).toBe(seat.id)
    expect(view.me.role).toBe(role)
  })

  test('I13 the code seats a participant', async () => {
    expect((await take({ invite: meeting.code, name: 'Ann' })).json.seat.role).toBe('participant')
  })

  test.each([{ role: 'facilitator' }, { side: 'client' }, { seat: newId() }, { flags: ['decider'] }])(
    'I13 %j in the body is refused',
    async (forged) => {
      expect(refusalOf(await take({ invite: meeting.code, name: 'Eve', ...forged }))).toEqual([422, 'bad-input'])
      expect((await viewOf(meeting)).people).toHaveLength(1)
    },
  )

  test('I13 wrong and missing invitations are refused', async () => {
    expect(refusalOf(await take({ invite: 'AAAA-AAAA', name: 'Eve' }))).toEqual([404, 'unknown'])
    expect(refusalOf(await take({ invite: `${secretOf(meeting.links.facilitator)}x`, name: 'Eve' }))).toEqual([
      404,
      'unknown',
    ])
    expect(refusalOf(await take({ name: 'Eve' }))).toEqual([422, 'bad-input'])
    expect(refusalOf(await take({ invite: meeting.code }))).toEqual([422, 'bad-input'])
  })

  test('I5 an invitation to a session that does not exist is refused like a wrong one', async () => {
    const wrong = await take({ invite: 'AAAA-AAAA', name: 'Eve' })
    const absent = await ask(`${server.origin}/api/sessions/${newId()}/seats`, {
      body: { invite: 'AAAA-AAAA', name: 'Eve' },
    })
    expect([absent.status, absent.text]).toEqual([wrong.status, wrong.text])
  })
})

describe('I8 wrong invitations', () => {
  const fail = async (): Promise<void> => {
    for (let tries = 0; tries < 30; tries++) await take({ invite: 'AAAA-AAAA', name: 'Eve' })
  }

  test('I8 wrong codes are counted; then codes wait, and the secrets of links do not', async () => {
    await fail()
    const waiting = await take({ invite: meeting.code, name: 'Ann' })
    expect(refusalOf(waiting)).toEqual([429, 'too-many'])
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await take({ invite: secretOf(meeting.links.participant), name: 'Ann' })).status).toBe(201)
  })

  test('I8 right codes are never counted: 60 people come in from one address in a minute', async () => {
    for (let count = 0; count < 60; count++) {
      expect((await take({ invite: meeting.code, name: `Person ${count}` })).status).toBe(201)
    }
  })
})

describe('I7 one browser, one seat', () => {
  test('I7 whoever sits down as somebody else leaves the first seat for later', async () => {
    const browser = openBrowser()
    const ann = await browser.take({ invite: meeting.code, name: 'Ann' })
    const tab = await openLive(
      { ...meeting, token: '' },
      { headers: { cookie: browser.cookie(), origin: server.origin } },
    )
    const bob = await browser.take({ invite: meeting.code, name: 'Bob' })
    expect(bob.json.seat.id).not.toBe(ann.json.seat.id)
    expect((await browser.view()).json.me.name).toBe('Bob')
    expect((await viewOf(meeting)).people.map((person) => person.name)).toEqual(['Fay', 'Bob'])
    expect((await tab.closed).code).toBe(4401)
  })

  test('I7 the same person once more keeps the seat, also after leaving', async () => {
    const browser = openBrowser()
    const first = await browser.take({ invite: meeting.code, name: 'Ann' })
    const again = await browser.take({ invite: meeting.code, name: 'Ann' })
    expect(again.json.seat.id).toBe(first.json.seat.id)
    await ask(urlOf(meeting, '/commands'), {
      body: { type: 'leave', commandId: newId() },
      headers: { cookie: browser.cookie(), origin: server.origin },
    })
    expect(refusalOf(await browser.view())).toEqual([401, 'not-seated'])
    expect((await browser.take({ invite: meeting.code, name: 'Ann' })).json.seat.id).toBe(first.json.seat.id)
    expect((await viewOf(meeting)).people.map((person) => person.name)).toEqual(['Fay', 'Ann'])
  })

  test("I7 the facilitator's link seats any browser on the facilitator's own seat", async () => {
    const browser = openBrowser()
    await browser.take({ invite: meeting.code, name: 'Ann' })
    const led = await browser.take({ invite: secretOf(meeting.links.facilitator) })
    expect(led.json.seat.id).toBe(meeting.seat)
    expect((await browser.view()).json.me.role).toBe('facilitator')
  })

  test('I7 a program gets a new seat each time, whatever cookie it carries', async () => {
    const browser = openBrowser()
    await browser.take({ invite: meeting.code, name: 'Ann' })
    await browser.take({ invite: meeting.code, name: 'Robot', credential: 'token' })
    expect((await browser.view()).json.me.name).toBe('Ann')
  })
})

describe('W18 the door', () => {
  test('W18 at a closed door a person waits, learns that and the title, and nothing of what is inside', async () => {
    await order(meeting, { type: 'edit-challenge', challenge: { text: 'A canary question' } })
    await order(meeting, { type: 'set-setting', door: 'ask' })
    const reply = await take({ invite: meeting.code, name: 'Ann', credential: 'token' })
    expect(reply.status).toBe(202)
    const { seat, view } = v.parse(Waiting, reply.json)
    expect(seat.state).toBe('waiting')
    expect(view.people).toEqual([])
    expect(reply.text).not.toContain('canary')
    expect(reply.text).not.toContain(meeting.code)

    const ann = { ...meeting, seat: seat.id, token: seat.token ?? '' }
    for (const path of ['/items', '/export'])
      expect(refusalOf(await ask(urlOf(ann, path), { token: ann.token }))).toEqual([401, 'not-seated'])
    expect(refusalOf(await give(ann, { type: 'mark', mark: 'hand' }))).toEqual([401, 'not-seated'])
    const live = await openLive(ann)
    await until(() => live.view().me)
    expect(live.frames.join()).not.toContain('canary')

    await order(meeting, { type: 'admit', seat: seat.id })
    await until(() => live.view().me?.state === 'seated')
    expect(live.view().session?.challenge.text).toBe('A canary question')
  })
})

describe('I10 personal links', () => {
  const transfer = (giver: { token: string }, seat: string) =>
    ask<{ link: string; expiresAt: number }>(urlOf(meeting, `/seats/${seat}/transfer`), {
      method: 'POST',
      token: giver.token,
    })

  test('I10 a personal link seats another device on the same seat, once', async () => {
    const ann = await sitDown(meeting, 'Ann')
    const made = await transfer(ann, ann.seat)
    expect(made.status).toBe(201)
    const { link } = v.parse(Transfer, made.json)
    expect(link.startsWith(`${server.origin}/me/${meeting.session}#`)).toBe(true)
    const laptop = await openLive(ann)
    const phone = openBrowser()
    expect((await phone.take({ invite: secretOf(link) })).json.seat.id).toBe(ann.seat)
    expect((await phone.view()).json.me.name).toBe('Ann')
    expect((await viewOf(ann)).me.name).toBe('Ann')
    await until(() =>
      laptop.messages.some((message) => message.type === 'notice' && message.code === 'seat-opened-elsewhere'),
    )
    expect(refusalOf(await openBrowser().take({ invite: secretOf(link) }))).toEqual([404, 'unknown'])
  })

  test('I10 two devices that redeem a personal link at once do not both get in', async () => {
    const ann = await sitDown(meeting, 'Ann')
    const { link } = (await transfer(ann, ann.seat)).json
    // All three have found the link to be good before any of them uses it.
    const { grant } = server.store
    const found = Promise.withResolvers<void>()
    let looked = 0
    Object.assign(server.store, {
      grant: async (...asked: Parameters<typeof grant>) => {
        const answer = await grant(...asked)
        if (++looked === 3) found.resolve()
        await found.promise
        return answer
      },
    })
    const replies = await Promise.all([1, 2, 3].map(() => openBrowser().take({ invite: secretOf(link) })))
    expect(replies.map(({ status }) => String(status)).sort()).toEqual(['201', '404', '404'])
  })

  test('I10 after a day a personal link is over', async () => {
    const ann = await sitDown(meeting, 'Ann')
    const { link } = (await transfer(ann, ann.seat)).json
    server.chance.jump(24 * 60 * 60 * 1000 + 1)
    expect(refusalOf(await openBrowser().take({ invite: secretOf(link) }))).toEqual([404, 'unknown'])
  })

  test('I10 a personal link is no credential', async () => {
    const ann = await sitDown(meeting, 'Ann')
    const { link } = (await transfer(ann, ann.seat)).json
    expect(refusalOf(await ask(urlOf(meeting), { token: secretOf(link) }))).toEqual([401, 'not-seated'])
  })

  test('I10 others than the facilitator make one for their own seat only', async () => {
    const [ann, bob] = [await sitDown(meeting, 'Ann'), await sitDown(meeting, 'Bob')]
    expect(refusalOf(await transfer(ann, bob.seat))).toEqual([403, 'not-allowed'])
    expect(refusalOf(await transfer(ann, meeting.seat))).toEqual([403, 'not-allowed'])
    expect((await transfer(meeting, bob.seat)).status).toBe(201)
    expect(refusalOf(await transfer(meeting, newId()))).toEqual([404, 'unknown'])
    expect(refusalOf(await transfer({ token: 'x' }, bob.seat))).toEqual([401, 'not-seated'])
  })
})
