import { LIMITS } from '@roundel/shared/kernel'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openAttendance } from '../sessions/attendance.ts'
import { openFakeClock } from '../relay/testing/fake-clock.ts'
import { type Meeting, ask, createMeeting, give, newId, refusalOf, urlOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'

let server: RunningServer
let meeting: Meeting
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server)
})
afterEach(() => server.stop())

const letters = (count: number): string => 'x'.repeat(count)

describe('R45 at a limit all is well, and one beyond it is refused', () => {
  test.each([
    [
      'a question',
      LIMITS.questionCharacters,
      (text: string) => give(meeting, { type: 'edit-challenge', challenge: { text } }),
    ],
    ['a line to all', LIMITS.messageCharacters, (text: string) => give(meeting, { type: 'message', text })],
    [
      'a title',
      LIMITS.titleCharacters,
      (title: string) => ask(`${server.origin}/api/sessions`, { body: { title, credential: 'token' } }),
    ],
    [
      'a name',
      LIMITS.nameCharacters,
      (name: string) => ask(urlOf(meeting, '/seats'), { body: { invite: meeting.code, name, credential: 'token' } }),
    ],
    [
      'a department',
      LIMITS.labelCharacters,
      (department: string) =>
        ask(urlOf(meeting, '/seats'), {
          body: { invite: meeting.code, name: 'Ann', department, credential: 'token' },
        }),
    ],
  ])('R45 %s of %i characters', async (_what, most, send) => {
    await give(meeting, { type: 'start' })
    const fits = await send(letters(most))
    expect(fits.status, fits.text).toBeLessThan(300)
    expect(refusalOf(await send(letters(most + 1)))).toEqual([422, 'bad-input'])
  })

  test('R45 a body of 256 KiB is read, a longer one is not', async () => {
    const body = (length: number) => {
      const [head, tail] = ['{"type":"nothing","x":"', '"}']
      return `${head}${letters(length - head.length - tail.length)}${tail}`
    }
    const send = (length: number) => ask(urlOf(meeting, '/commands'), { token: meeting.token, body: body(length) })
    expect(refusalOf(await send(LIMITS.bodyBytes))).toEqual([422, 'bad-input'])
    expect(refusalOf(await send(LIMITS.bodyBytes + 1))).toEqual([413, 'too-large'])
  })

  test('R45 30 commands at once, and then 10 a second', async () => {
    const send = async (count: number): Promise<number> => {
      const replies = await Promise.all(
        Array.from({ length: count }, () => give(meeting, { type: 'mark', mark: 'hand' })),
      )
      return replies.filter(({ status }) => status === 429).length
    }
    server.chance.stand()
    expect(await send(LIMITS.commandBurst)).toBe(0)
    expect(await send(3 * LIMITS.commandBurst)).toBe(3 * LIMITS.commandBurst)
    server.chance.jump(1_000)
    expect(await send(LIMITS.commandsPerSecond)).toBe(0)
  })

  test('R45 so many sessions an hour at one address, unless the operator sets another number', async () => {
    for (const [set, most] of [
      [{}, LIMITS.sessionsPerHour],
      [{ SESSIONS_PER_HOUR: '3' }, 3],
    ] as const) {
      const own = await startServer({ environment: { TRUST_PROXY: 'loopback', ...set } })
      const create = () =>
        ask(`${own.origin}/api/sessions`, {
          body: { title: 'A', credential: 'token' },
          headers: { 'x-forwarded-for': '198.51.100.7' },
        })
      for (let count = 0; count < most; count++) expect((await create()).status).toBe(201)
      expect(refusalOf(await create())).toEqual([429, 'too-many'])
      await own.stop()
    }
  })
})

test('R45 4,000 sockets of a session are counted, whoever opened them', () => {
  const attendance = openAttendance({ clock: openFakeClock(), onChange: () => undefined })
  const leave = Array.from({ length: LIMITS.socketsPerSession }, () => attendance.arrive(newId() as never))
  expect(attendance.sockets()).toBe(LIMITS.socketsPerSession)
  leave[0]?.()
  expect(attendance.sockets()).toBe(LIMITS.socketsPerSession - 1)
})
