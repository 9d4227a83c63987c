import { asId } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import { openMemoryStore } from '../storage/memory.ts'
import { StorageFault } from '../storage/store.ts'
import { foundTeam } from '../testing/team.ts'
import { startServer } from '../testing/running-server.ts'
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
