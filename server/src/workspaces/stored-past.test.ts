import { asId } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import { openMemoryStore } from '../storage/memory.ts'
import { StorageFault } from '../storage/store.ts'
import { startServer } from '../testing/running-server.ts'
import { foundTeam, holdBrainstorm } from '../testing/team.ts'
import { openPast } from './stored-past.ts'

test('Z22 a session that cannot be read leaves the others of its workspace as they are', async () => {
  const store = openMemoryStore()
  const server = await startServer({ store })
  const team = await foundTeam(server)
  const [sound, broken] = [await team.meet({ title: 'Sound' }), await team.meet({ title: 'Broken' })]
  const past = openPast({
    ...store,
    session: async (id) => {
      if (id === broken.session) throw new StorageFault('a flipped bit')
      return store.session(id)
    },
  })
  const workspace = asId<'workspace'>(team.id)
  expect((await past.sessionsOf(workspace)).map(({ session }) => session.title)).toEqual(['Sound'])
  expect(await past.session(workspace, asId(broken.session))).toBeUndefined()
  expect((await past.session(workspace, asId(sound.session)))?.session.title).toBe('Sound')
  await server.stop()
})

test('Z89 the boards of a workspace are read once, and one of them again when something changed on it', async () => {
  const store = openMemoryStore()
  const server = await startServer({ store })
  const team = await foundTeam(server)
  const agenda = [{ kind: 'brainstorm', settings: { variant: 'free' } }]
  const [one, other] = [await team.meet({ agenda }), await team.meet({ agenda })]
  const read: string[] = []
  const past = openPast({
    ...store,
    document: async (session, name) => {
      read.push(session)
      return store.document(session, name)
    },
  })
  const textsOf = async (): Promise<readonly string[]> => {
    const sessions = await past.sessionsOf(asId(team.id))
    return sessions.flatMap(({ items }) => [...items.values()].map(({ text }) => text))
  }
  expect(await textsOf()).toEqual([])
  expect(read.toSorted()).toEqual([one.session, other.session].toSorted())
  expect(await textsOf()).toEqual([])
  expect(read).toHaveLength(2)
  await holdBrainstorm(one, ['Written since'])
  expect(await textsOf()).toEqual(['Written since'])
  expect(read.filter((session) => session === other.session)).toHaveLength(1)
  await server.stop()
})
