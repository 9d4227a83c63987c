import { METHODS, type Method } from '@roundel/shared/methods'
import { COMMANDS as KNOWN } from '@roundel/shared/session'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from './expected/commands.ts'
import { ANSWERS, GROUPS, IDENTITIES, MOMENTS } from './expected/words.ts'
import { askAt } from './stage/asking.ts'
import { type Booth, openBooth } from './stage/booth.ts'
import { COMMAND_FIELDS, commandOf } from './stage/commands.ts'
import { readLetters } from './stage/letters.ts'
import { momentsIn, namesIn, readTable } from './stage/table.ts'

const table = readTable(COMMANDS, { moments: MOMENTS, identities: IDENTITIES, groups: GROUPS })
const letters = readLetters(ANSWERS)

let booth: Booth
beforeAll(async () => {
  booth = await openBooth()
}, 60_000)
afterAll(() => booth.close())

test('W40 every command that there is stands in the table, and no other', () => {
  // What a method adds is held to a table of its own, beside the method.
  const ofMethods = new Set<string>(
    METHODS.flatMap(({ workings }: Method) => workings?.commands.map(({ type }) => type) ?? []),
  )
  const ofSessions = KNOWN.map(({ type }) => type).filter((type) => !ofMethods.has(type))
  expect(new Set([...table.keys()].map((thing) => thing.split(' ')[0]))).toEqual(new Set(ofSessions))
  expect([...table.keys()].toSorted()).toEqual(Object.keys(COMMAND_FIELDS).toSorted())
})

describe.each(momentsIn(MOMENTS))('W40 every command of everybody is answered as the table says: %s', (moment) => {
  test.each(namesIn(IDENTITIES))('W40 %s', async (identity) => {
    const expected: Record<string, string> = {}
    const found: Record<string, string> = {}
    for (const [thing, answer] of table) {
      expected[thing] = answer(identity, moment)
      found[thing] = await booth.attempt(moment, identity, async (scene) => {
        const path = `/api/sessions/${scene.me.session}/commands`
        const { status, code } = await askAt(booth.server, scene.me, {
          method: 'POST',
          path,
          body: commandOf(thing, scene),
        })
        return letters.ofReply(status, code)
      })
    }
    expect(found).toEqual(expected)
  })
})
