import { INVITES } from '@roundel/shared/session'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DOORS, ELSEWHERE, INVITATIONS } from './expected/doors.ts'
import { ANSWERS, GROUPS, IDENTITIES, MOMENTS } from './expected/words.ts'
import { askAt } from './stage/asking.ts'
import { type Booth, openBooth } from './stage/booth.ts'
import { DOOR_ASKINGS, inviteOf } from './stage/doors.ts'
import { readLetters } from './stage/letters.ts'
import { momentsIn, namesIn, readTable } from './stage/table.ts'

const table = readTable(DOORS, { moments: MOMENTS, identities: IDENTITIES, groups: GROUPS })
const letters = readLetters(ANSWERS)

let booth: Booth
beforeAll(async () => {
  booth = await openBooth()
}, 60_000)
afterAll(() => booth.close())

/** The methods and paths that the router of the server itself knows, but for HEAD and the pages. */
const routesOf = (): string[] => {
  const above: string[] = []
  const routes = booth.server.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', path = '', methods = ''] = /^(.*?[├└]── )(\S+) \(([A-Z, ]+)\)$/.exec(line) ?? []
      if (indent === '') return []
      above.splice(indent.length / 4 - 1, above.length, path)
      return methods.split(', ').map((method) => `${method} ${above.join('')}`)
    })
  return routes.filter((route) => /^(?:GET|POST|PUT|PATCH|DELETE) \/(?:api|metrics)/.test(route))
}

test('W42 every door that there is stands in the table, and no other', () => {
  const doors = [...table.keys()].map((thing) => thing.split(' to ')[0])
  const elsewhere = ELSEWHERE.split('\n').flatMap((line) => /^\s+([A-Z]+ \S+)/.exec(line)?.[1] ?? [])
  expect(new Set([...doors, ...elsewhere])).toEqual(new Set(routesOf()))
  expect([...table.keys()]).toEqual(Object.keys(DOOR_ASKINGS))
})

describe.each(momentsIn(MOMENTS))('W42 every door is open to whom the table says: %s', (moment) => {
  test.each(namesIn(IDENTITIES))('W42 %s', async (identity) => {
    const expected: Record<string, string> = {}
    const found: Record<string, string> = {}
    for (const [thing, answer] of table) {
      expected[thing] = answer(identity, moment)
      found[thing] = await booth.attempt(
        moment,
        identity,
        async (scene) => {
          const { status, code } = await askAt(booth.server, scene.me, DOOR_ASKINGS[thing]?.(scene) ?? { path: '' })
          return letters.ofReply(status, code)
        },
        { arrives: true },
      )
    }
    expect(found).toEqual(expected)
  })

  test('W42 an invitation makes of a stranger what the table says', async () => {
    expect(
      namesIn(INVITATIONS)
        .filter((name) => name !== 'code')
        .toSorted(),
    ).toEqual(INVITES.toSorted())
    for (const line of INVITATIONS.trim().split('\n')) {
      const [invite = '', role, side] = line.trim().split(/\s+/)
      const told = await booth.attempt(moment, 'stranger', async (scene) => {
        const { status, code, text } = await askAt(booth.server, scene.me, {
          method: 'POST',
          path: `/api/sessions/${scene.me.session}/seats`,
          body: { invite: inviteOf(invite, scene), name: 'Guest', credential: 'token' },
        })
        if (status < 300) expect(JSON.parse(text)).toMatchObject({ seat: { role, side } })
        return letters.ofReply(status, code)
      })
      expect(told, invite).toBe(moment === 'ended' && invite !== 'facilitator' ? 'e' : '+')
    }
    const guess = await booth.attempt(moment, 'stranger', async (scene) => {
      const body = { invite: 'a-secret-that-nobody-gave-away', name: 'Guest', credential: 'token' }
      const path = `/api/sessions/${scene.me.session}/seats`
      const { status, code } = await askAt(booth.server, scene.me, { method: 'POST', path, body })
      return letters.ofReply(status, code)
    })
    expect(guess).toBe('u')
  })
})
