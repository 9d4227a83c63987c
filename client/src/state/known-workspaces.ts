import type { WorkspaceId } from '@roundel/shared/kernel'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { deviceStorage, followOtherTabs } from './stored.ts'

/** A workspace that this device manages: who has its key has all of it. */
export interface KnownWorkspace {
  readonly id: WorkspaceId
  readonly title: string
  readonly key: string
}

const MOST = 12

interface KnownWorkspaces {
  readonly workspaces: readonly KnownWorkspace[]
  readonly remember: (workspace: KnownWorkspace) => void
  readonly forget: (id: WorkspaceId) => void
}

/** The workspaces known to this device, the one seen last first. */
export const useKnownWorkspaces = create<KnownWorkspaces>()(
  persist(
    (set) => ({
      workspaces: [],
      remember: (workspace) =>
        set(({ workspaces }) => ({
          workspaces: [workspace, ...workspaces.filter(({ id }) => id !== workspace.id)].slice(0, MOST),
        })),
      forget: (id) => set(({ workspaces }) => ({ workspaces: workspaces.filter((known) => known.id !== id) })),
    }),
    { name: 'roundel.workspaces', version: 1, storage: deviceStorage },
  ),
)

followOtherTabs('roundel.workspaces', useKnownWorkspaces)
