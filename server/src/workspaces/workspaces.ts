import { type Refusal, type Result, type WorkspaceId, fail, ok, refusal } from '@roundel/shared/kernel'
import { type NewWorkspace, type Workspace, createWorkspace, dropOldContacts } from '@roundel/shared/workspace'
import { equalSecrets, hashSecret } from '../identity/secret.ts'
import type { Chance } from '../sessions/chance.ts'
import { Conflict, type Store, type StoredWorkspace } from '../storage/store.ts'
import { readWorkspace, writeWorkspace } from './stored-workspace.ts'

/** How often a change is tried anew when another one came between. */
const TRIES = 5

const SECRET_BYTES = 32

/** What workspaces need from around. */
export interface WorkspacesOptions {
  readonly store: Pick<Store, 'createWorkspace' | 'putWorkspace' | 'workspace' | 'workspaces'>
  readonly chance: Pick<Chance, 'now' | 'newId' | 'newSecret'>
  /** How many days the operator keeps anything of a workspace. */
  readonly mostDays: number
}

/** The workspaces of this server, by the keys of their links. */
export interface Workspaces {
  /** A new one, and the secret of its link, which nobody can find out afterwards. */
  readonly create: (body: NewWorkspace) => Promise<{ readonly workspace: Workspace; readonly key: string }>
  /** The workspace, for whoever shows its key. Refuses with `not-seated` alike where there is none and where the key is wrong. */
  readonly open: (id: WorkspaceId, key: string | undefined) => Promise<Result<Workspace, Refusal>>
  /** The workspace, for the server itself; undefined when it is gone. */
  readonly peek: (id: WorkspaceId) => Promise<Workspace | undefined>
  /** Carries a change out on the workspace as it is then. Refuses with `unknown` when it is gone, and as the change does. */
  readonly change: (
    id: WorkspaceId,
    change: (workspace: Workspace) => Result<Workspace, Refusal>,
  ) => Promise<Result<Workspace, Refusal>>
  /** Another secret for the link; the one before opens nothing any more. */
  readonly renewKey: (id: WorkspaceId) => Promise<Result<string, Refusal>>
  /** Forgets contacts that are past their time. */
  readonly tidy: () => Promise<void>
}

export const openWorkspaces = ({ store, chance, mostDays }: WorkspacesOptions): Workspaces => {
  /** Writes what follows from the workspace as it is stored, and tries anew when another write came between. */
  const rewrite = async (
    id: WorkspaceId,
    next: (stored: StoredWorkspace) => Result<StoredWorkspace | undefined, Refusal>,
  ): Promise<Result<StoredWorkspace, Refusal>> => {
    for (let tries = 1; ; tries++) {
      const stored = await store.workspace(id)
      if (!stored) return fail(refusal('unknown'))
      const wanted = next(stored)
      if (!wanted.ok) return wanted
      if (!wanted.value) return ok(stored)
      try {
        await store.putWorkspace(wanted.value)
        return ok(wanted.value)
      } catch (error) {
        if (!(error instanceof Conflict) || tries >= TRIES) throw error
      }
    }
  }

  const following = (stored: StoredWorkspace, workspace: Workspace, keyHash = stored.keyHash): StoredWorkspace =>
    writeWorkspace(workspace, { version: stored.version + 1, keyHash, at: chance.now() })

  return {
    create: async (body) => {
      const key = chance.newSecret(SECRET_BYTES)
      const now = chance.now()
      const workspace = createWorkspace(body, { now, newId: chance.newId, retentionDays: mostDays })
      await store.createWorkspace(writeWorkspace(workspace, { version: 1, keyHash: hashSecret(key), at: now }))
      return { workspace, key }
    },
    open: async (id, key) => {
      const stored = await store.workspace(id)
      const isRight = equalSecrets(hashSecret(key ?? ''), stored?.keyHash ?? '')
      return stored && isRight ? ok(readWorkspace(stored)) : fail(refusal('not-seated'))
    },
    peek: async (id) => {
      const stored = await store.workspace(id)
      return stored && readWorkspace(stored)
    },
    change: async (id, change) => {
      let changed: Workspace | undefined
      const written = await rewrite(id, (stored) => {
        const wanted = change(readWorkspace(stored))
        if (!wanted.ok) return wanted
        changed = wanted.value
        return ok(following(stored, wanted.value))
      })
      return written.ok ? ok(changed ?? readWorkspace(written.value)) : written
    },
    renewKey: async (id) => {
      const key = chance.newSecret(SECRET_BYTES)
      const written = await rewrite(id, (stored) => ok(following(stored, readWorkspace(stored), hashSecret(key))))
      return written.ok ? ok(key) : written
    },
    tidy: async () => {
      for (const id of await store.workspaces()) {
        await rewrite(id, (stored) => {
          const workspace = readWorkspace(stored)
          const kept = dropOldContacts(workspace, chance.now())
          // Its time goes on from when somebody wrote: tidying is nobody's doing.
          return ok(kept === workspace ? undefined : { ...following(stored, kept), at: stored.at })
        })
      }
    },
  }
}
