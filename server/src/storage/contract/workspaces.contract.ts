import { type WorkspaceId, asId } from '@roundel/shared/kernel'
import { describe, expect, test } from 'vitest'
import { Conflict, type Store, type StoredWorkspace } from '../store.ts'
import { OTHER, type OpenStore, SESSION, append, openBlank, readTwice, value } from './sample.ts'

const TEAM = asId<'workspace'>('workspace-000001')
const ELSE = asId<'workspace'>('workspace-000002')
const DAY = 86_400_000

const workspace = (version: number, more: Partial<StoredWorkspace> = {}): StoredWorkspace => ({
  id: TEAM,
  version,
  json: JSON.stringify({ title: 'Команда', version }),
  keyHash: `hash-${version}`,
  retentionMs: 400 * DAY,
  at: 0,
  ...more,
})

const found = async (store: Store, session = SESSION, home: WorkspaceId | null = TEAM, at = 0) => {
  const { value: first } = value(1, `CODE-${session}`)
  const log = { seat: 'server' as const, type: 'create', at }
  await store.create({ session, value: { ...first, ...(home && { workspace: home }) }, log })
}

/** Laws of workspaces, and of the sessions in them. */
export const describeWorkspaces = (open: OpenStore): void => {
  describe('workspaces', () => {
    test('Z1 a workspace is found as it was written, also after opening again', async () => {
      const opened = await openBlank(open)
      await opened.store.createWorkspace(workspace(1))
      await opened.store.putWorkspace(workspace(2, { retentionMs: DAY, at: 7 }))
      for await (const store of readTwice(opened)) {
        expect(await store.workspace(TEAM)).toEqual(workspace(2, { retentionMs: DAY, at: 7 }))
        expect(await store.workspace(ELSE)).toBeUndefined()
        expect(await store.workspaces()).toEqual([TEAM])
      }
    })

    test('Z1 a write that does not follow the one before is a conflict, and changes nothing', async () => {
      const { store } = await openBlank(open)
      await expect(store.putWorkspace(workspace(1))).rejects.toBeInstanceOf(Conflict)
      await store.createWorkspace(workspace(1))
      await expect(store.createWorkspace(workspace(1))).rejects.toBeInstanceOf(Conflict)
      await expect(store.putWorkspace(workspace(3))).rejects.toBeInstanceOf(Conflict)
      await expect(store.putWorkspace(workspace(1))).rejects.toBeInstanceOf(Conflict)
      expect(await store.workspace(TEAM)).toEqual(workspace(1))
    })

    test('Z2 a workspace knows its sessions, and no others', async () => {
      const opened = await openBlank(open)
      await opened.store.createWorkspace(workspace(1))
      await found(opened.store)
      await found(opened.store, OTHER, null)
      // A later write says so again, as every write of a value does.
      await opened.store.commit({ session: SESSION, value: { ...value(2, `CODE-${SESSION}`).value, workspace: TEAM } })
      for await (const store of readTwice(opened)) {
        expect(await store.sessionsOf(TEAM)).toEqual([SESSION])
        expect(await store.sessionsOf(ELSE)).toEqual([])
      }
    })

    test('Z3 a removed workspace is gone with its sessions, and others stay', async () => {
      const opened = await openBlank(open)
      await opened.store.createWorkspace(workspace(1))
      await opened.store.createWorkspace(workspace(1, { id: ELSE }))
      await found(opened.store)
      await opened.store.commit({ session: SESSION, appends: [append(1, new Uint8Array([0, 0]))] })
      await found(opened.store, OTHER, ELSE)
      await opened.store.removeWorkspace(TEAM)
      await opened.store.removeWorkspace(TEAM)
      for await (const store of readTwice(opened)) {
        expect(await store.workspaces()).toEqual([ELSE])
        expect(await store.session(SESSION)).toBeUndefined()
        expect((await store.document(SESSION, 'board')).seq).toBe(0)
        expect(await store.session(OTHER)).toBeDefined()
      }
    })

    test('Z4 sessions of a workspace are kept as long as it says, others as long as is usual', async () => {
      const { store } = await openBlank(open)
      await store.createWorkspace(workspace(1, { retentionMs: 400 * DAY }))
      await found(store)
      await found(store, OTHER, null)
      expect(await store.sweep(91 * DAY, { sessionsMs: 90 * DAY })).toBe(1)
      expect(await store.sessionsOf(TEAM)).toEqual([SESSION])
      expect(await store.session(OTHER)).toBeUndefined()
      await store.putWorkspace(workspace(2, { retentionMs: 30 * DAY, at: 80 * DAY }))
      expect(await store.sweep(92 * DAY, { sessionsMs: 90 * DAY })).toBe(1)
      expect(await store.session(SESSION)).toBeUndefined()
    })

    test('Z5 a workspace that nobody wrote for as long goes when it has no session any more', async () => {
      const { store } = await openBlank(open)
      await store.createWorkspace(workspace(1, { retentionMs: 30 * DAY }))
      await found(store, SESSION, TEAM, 20 * DAY)
      await store.sweep(31 * DAY, { sessionsMs: 90 * DAY })
      expect(await store.workspaces()).toEqual([TEAM])
      await store.sweep(50 * DAY, { sessionsMs: 90 * DAY })
      expect(await store.workspaces()).toEqual([])
    })
  })
}
