import type { WorkspacePage } from '../workspaces/page.ts'
import { type Meeting, type Reply, ask, createMeeting, order, secretOf } from './program.ts'
import type { RunningServer } from './running-server.ts'

/** A workspace as whoever holds its key uses it. */
export interface Team {
  readonly id: string
  readonly key: string
  readonly url: (path?: string) => string
  readonly page: () => Promise<WorkspacePage>
  readonly change: (change: Record<string, unknown>) => Promise<Reply<WorkspacePage>>
  /** A session of it. */
  readonly meet: (body?: Record<string, unknown>) => Promise<Meeting>
  readonly carry: (into: string, from: readonly object[]) => Promise<Reply<{ readonly items: readonly string[] }>>
}

export const foundTeam = async (server: RunningServer, body: Record<string, unknown> = {}): Promise<Team> => {
  const made = await ask<{ readonly id: string; readonly link: string }>(`${server.origin}/api/workspaces`, {
    body: { title: 'Front desk', ...body },
  })
  if (made.status !== 201) throw new Error(made.text)
  const { id, link } = made.json
  const key = secretOf(link)
  const url = (path = ''): string => `${server.origin}/api/workspaces/${id}${path}`
  return {
    id,
    key,
    url,
    page: async () => (await ask<WorkspacePage>(url(), { token: key })).json,
    change: (change) => ask(url('/changes'), { token: key, body: change }),
    meet: (session = {}) => createMeeting(server, { ...session, workspace: id }, key),
    carry: (into, from) => ask(url(`/sessions/${into}/carried`), { token: key, body: { from } }),
  }
}

/** A session that is held from its beginning to its end, with these ideas on the board. Answers their ids. */
export const holdBrainstorm = async (meeting: Meeting, texts: readonly string[]): Promise<readonly string[]> => {
  await order(meeting, { type: 'start' })
  const items: string[] = []
  for (const text of texts) {
    const { item } = await order(meeting, { type: 'add-item', kind: 'idea', text })
    if (item !== undefined) items.push(item)
  }
  return items
}
