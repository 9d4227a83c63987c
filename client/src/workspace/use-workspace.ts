import type { WorkspaceChange } from '@roundel/shared/workspace'
import { createContext, useContext } from 'react'
import type { Reply } from '../sync/problem.ts'
import type { Workspace } from '../sync/workspaces.ts'

/** The workspace that is open, and how to change it. */
export interface OpenWorkspace {
  readonly workspace: Workspace
  readonly key: string
  /** Changes it; what is shown follows. Answers the problem when there was one. */
  readonly change: (change: WorkspaceChange) => Promise<Reply<Workspace>>
  /** From now on another key opens it. */
  readonly rekey: (key: string) => void
  /** Asks how it is now. */
  readonly refresh: () => Promise<void>
}

const Context = createContext<OpenWorkspace | undefined>(undefined)

export const WorkspaceProvider = Context.Provider

/** The workspace whose page this is. */
export const useWorkspace = (): OpenWorkspace => {
  const open = useContext(Context)
  if (!open) throw new Error('outside of a workspace')
  return open
}
