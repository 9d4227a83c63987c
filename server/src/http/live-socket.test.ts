import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  newId,
  order,
  secretOf,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { type LiveClient, knock, openDocument, openLive, until, writeDraft } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
beforeEach(async () => {
  server = await startServer({ environment: { UPGRADES_PER_SECOND: '10000' } })
  meeting = await createMeeting(server)
  ann = await sitDown(meeting, 'Ann')
})
afterEach(() => server.stop())

describe('W11 what is shown', () => {
  test('W11 a socket is shown everything first, and the same that the call for the view answers', async () => {
    const live = await openLive(ann)
    const [first] = await until(() => live.views().length > 0 && live.views())
    const { type: _type, versions, ...shown } = first ?? {}
    const { now: _now, v: _v, ...asked } = await viewOf(ann)
    expect(shown).toMatchObject(asked)
    expect(Object.keys(versions ?? {}).sort()).toEqual(['me', 'people', 'session'])
  })

  test('W11 afterwards only parts that changed are sent, with higher versions', async () => {
    const live = await openLive(meeting)
    await until(() => live.view().people?.some((person) => person.id === meeting.seat && person.here))
    const before = live.views().length
    await order(meeting, { type: 'edit-challenge', challenge: { text: 'How?' } })
    await until(() => live.view().session?.challenge.text === 'How?')
    const changes = live.views().slice(before)
    expect(changes.map((message) => Object.keys(message.versions))).toEqual([['session']])
    const [earlier, later] = [live.views()[0]?.versions.session ?? 0, changes[0]?.versions.session ?? 0]
    expect(later).toBeGreaterThan(earlier)
  })

  test('W11 a part that a person may no longer have is gone', async () => {
    const live = await openLive(ann)
    await order(meeting, { type: 'start' })
    await until(() => live.view().step)
    await order(meeting, { type: 'end' })
    await until(() => live.view().session?.state === 'ended')
    expect(live.view().step).toBeUndefined()
    expect(live.views().at(-1)?.gone).toEqual(['step'])
  })

  test('W11 who is here is shown as people come and go, once per person, whatever devices they have', async () => {
    const live = await openLive(meeting)
    const isHere = () => live.view().people?.find((person) => person.id === ann.seat)?.here
    const [laptop, phone] = [await openLive(ann), await openLive(ann)]
    await until(isHere)
    laptop.close()
    await laptop.closed
    await order(meeting, { type: 'edit-challenge', challenge: { text: 'A change, so that something is sent' } })
    await until(() => live.view().session?.challenge.text)
    expect(isHere()).toBe(true)
    phone.close()
    await until(() => isHere() === false)
  })

  test('W11 many changes at once come in few messages', async () => {
    const live = await openLive(ann)
    await until(() => live.view().session)
    const before = live.views().length
    await Promise.all(
      Array.from({ length: 20 }, (_, nth) =>
        order(meeting, { type: 'rename', seat: meeting.seat, name: `Fay ${nth}` }),
      ),
    )
    await until(() => live.view().people?.some(({ name }) => name === 'Fay 19'))
    expect(live.views().length - before).toBeLessThan(10)
  })

  test('W11 links and code are shown to those who may invite, and to nobody else', async () => {
    const observer = await openLive(await sitDown(meeting, 'Otto', secretOf(meeting.links.observer)))
    const participant = await openLive(ann)
    const facilitator = await openLive(meeting)
    for (const live of [observer, participant, facilitator]) await until(() => live.view().session)
    const secrets = Object.values(meeting.links).map(secretOf)
    for (const secret of secrets) {
      expect(facilitator.frames.join()).toContain(secret)
      expect(participant.frames.join()).not.toContain(secret)
      expect(observer.frames.join()).not.toContain(secret)
    }
    expect(observer.frames.join()).not.toContain(meeting.code)
  })

  test('C33 a socket on which nothing happens hears so at the latest every thirty seconds', async () => {
    const live = await openLive(ann)
    await until(() => live.views().length > 0)
    await order(meeting, { type: 'edit-challenge', challenge: { text: 'The last news' } })
    await until(() => live.view().session?.challenge.text === 'The last news')
    for (let nth = 0; nth < 3; nth++) {
      const before = live.views().length
      for (let half = 0; half < 2; half++) {
        server.chance.jump(15_000)
        // The browser's answer to a ping is on its way: unheard for a minute of this time, the socket would be ended.
        for (let turns = 0; turns < 3; turns++) await ask(`${server.origin}/api/health`)
      }
      await until(() => live.views().length > before)
      const word = live.views().at(-1)
      expect(Object.keys(word ?? {}).sort()).toEqual(['now', 'type', 'v', 'versions'])
      expect(word?.versions).toEqual({})
    }
  })

  test('W28 while ideas lie face down, their count follows every 5 s at most', async () => {
    await order(meeting, { type: 'start' })
    const live = await openLive(meeting)
    const { id } = await until(() => live.view().step)
    const draft = openDocument(ann, `draft.${ann.seat}`)
    await until(draft.isSynced)
    writeDraft(draft.doc, id, 'One')
    server.chance.jump(5_000)
    await until(() => live.view().step?.counts.ready === 1)
    const before = live.views().length
    writeDraft(draft.doc, id, 'Two')
    writeDraft(draft.doc, id, 'Three')
    await order(meeting, { type: 'edit-challenge', challenge: { text: 'A change, so that something is sent' } })
    await until(() => live.view().session?.challenge.text)
    server.chance.jump(2_000)
    await order(meeting, { type: 'edit-challenge', challenge: { text: 'Another' } })
    await until(() => live.view().session?.challenge.text === 'Another')
    const counts = live
      .views()
      .slice(before)
      .map((message) => message.step?.counts.ready)
    expect(counts.every((count) => count === undefined || count === 1)).toBe(true)
    server.chance.jump(3_000)
    await until(() => live.view().step?.counts.ready === 3)
    draft.close()
  })
})

describe('W13 commands over the live socket', () => {
  test('W13 a command is answered under its own number', async () => {
    const live = await openLive(meeting)
    live.say({ type: 'command', ref: 3, command: { type: 'start', commandId: newId() } })
    live.say({ type: 'command', ref: 4, command: { type: 'start', commandId: newId() } })
    live.say({ type: 'command', ref: 5, command: { type: 'nonsense', commandId: newId() } })
    const answer = (ref: number) =>
      until(() => live.messages.find((message) => 'ref' in message && message.ref === ref))
    expect(await answer(3)).toMatchObject({ type: 'done', ref: 3 })
    expect(await answer(4)).toMatchObject({ type: 'refused', code: 'wrong-phase' })
    expect(await answer(5)).toMatchObject({ type: 'refused', code: 'bad-input' })
  })

  test('W13 a participant does not lead by the socket either', async () => {
    const live = await openLive(ann)
    live.say({ type: 'command', ref: 1, command: { type: 'start', commandId: newId() } })
    expect(await until(() => live.messages.find((message) => message.type === 'refused'))).toMatchObject({
      code: 'not-allowed',
    })
    expect((await viewOf(meeting)).session.state).toBe('lobby')
  })

  test('W23 too many commands are refused, and the socket stays', async () => {
    const live = await openLive(ann)
    for (let ref = 0; ref < 40; ref++)
      live.say({
        type: 'command',
        ref,
        command: { type: 'rename', commandId: newId(), seat: ann.seat, name: `Ann ${ref}` },
      })
    await until(
      () => live.messages.filter((message) => message.type === 'done' || message.type === 'refused').length === 40,
    )
    const codes = live.messages.flatMap((message) => (message.type === 'refused' ? [message.code] : []))
    expect(new Set(codes)).toEqual(new Set(['too-many']))
    expect(live.isOpen()).toBe(true)
  })
})

const command = { type: 'rename', commandId: newId(), seat: newId(), name: 'X' }

const MALFORMED: readonly (readonly [string, string | Uint8Array])[] = [
  ['nothing', ''],
  ['no JSON', 'hello'],
  ['JSON that breaks off', '{"type":"command","ref":1,"command":{'],
  ['null', 'null'],
  ['a list', '[]'],
  ['another type', JSON.stringify({ type: 'view', ref: 1, command })],
  ['no number', JSON.stringify({ type: 'command', command })],
  ['a number that is none', JSON.stringify({ type: 'command', ref: 1.5, command })],
  ['a negative number', JSON.stringify({ type: 'command', ref: -1, command })],
  ['an unknown field', JSON.stringify({ type: 'command', ref: 1, command, seat: 'somebody' })],
  ['a command that is none', JSON.stringify({ type: 'command', ref: 1, command: 'start' })],
  ['a server message', JSON.stringify({ type: 'done', ref: 1, version: 1 })],
  ['bytes', Uint8Array.of(0, 1, 2, 3)],
  ['a lone surrogate', '"\\ud800'],
  ['deep nesting', '['.repeat(50_000)],
]

describe('W12 malformed messages', () => {
  test.each(MALFORMED)('W12 %s closes its own socket with 4400', async (_, message) => {
    const [attacker, honest] = [await openLive(ann), await openLive(meeting)]
    attacker.say(message)
    expect((await attacker.closed).code).toBe(4400)
    expect(honest.isOpen()).toBe(true)
    await order(meeting, { type: 'start' })
    await until(() => honest.view().step)
  })

  test('W12 a message that is too large closes its own socket with 4413', async () => {
    const live = await openLive(ann)
    live.say(JSON.stringify({ type: 'command', ref: 1, command: { text: 'x'.repeat(300 * 1024) } }))
    expect((await live.closed).code).toBe(4413)
  })

  test('W12 keys of the prototype change nothing', async () => {
    const live = await openLive(ann)
    live.say('{"type":"command","ref":1,"command":{"type":"rename","__proto__":{"role":"facilitator"}}}')
    live.say('{"type":"command","ref":2,"command":{"type":"constructor","commandId":"x"}}')
    await until(() => live.messages.filter((message) => message.type === 'refused').length === 2)
    expect(({} as Record<string, unknown>)['role']).toBeUndefined()
    expect((await viewOf(ann)).me.role).toBe('participant')
  })

  test('W12 200 of them one after the other, and the session goes on', async () => {
    const honest = await openLive(meeting)
    for (let nth = 0; nth < 200; nth++) {
      const attacker = await openLive(ann)
      attacker.say(MALFORMED[nth % MALFORMED.length]?.[1] ?? '')
      expect((await attacker.closed).code).toBe(4400)
    }
    await order(meeting, { type: 'start' })
    await until(() => honest.view().step)
  })
})

describe('W26 limits of sockets', () => {
  test('W26 a seat has 16 sockets, of whatever kind, and a place again when one is gone', async () => {
    const open: LiveClient[] = []
    for (let nth = 0; nth < 16; nth++) open.push(await openLive(ann))
    for (const path of ['/live', '/docs/board', '/docs/presence']) {
      expect((await knock(urlOf(ann, path), [`token.${ann.token}`])).status).toBe(429)
    }
    expect((await knock(urlOf(meeting, '/live'), [`token.${meeting.token}`])).status).toBe(101)
    open[0]?.close()
    await open[0]?.closed
    await until(() => server.lines.length > 0)
    expect((await knock(urlOf(ann, '/live'), [`token.${ann.token}`])).status).toBe(101)
  })
})
