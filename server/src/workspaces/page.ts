import { trialsOf } from '@roundel/shared/methods'
import { type Language, listDecided } from '@roundel/shared/session'
import {
  type Contact,
  type Counter,
  type Outcomes,
  type Quarter,
  type SavedAgenda,
  type SessionDigest,
  type Undertaking,
  type Workspace,
  countQuarter,
  listOpen,
  listQuarters,
  methodsTried,
  outcomesOf,
  quarterOf,
} from '@roundel/shared/workspace'
import { digestOf } from './digest.ts'
import { openHeard } from './heard.ts'
import type { PastSession } from './stored-past.ts'
import { listUndertakings } from './undertakings.ts'

/** A workspace as whoever holds its key sees it. */
export interface WorkspacePage {
  readonly id: string
  readonly title: string
  readonly language: Language
  readonly retentionDays: number
  readonly mostDays: number
  /** The latest first; so are the sessions of each. */
  readonly quarters: readonly {
    readonly quarter: Quarter
    readonly counters: readonly Counter[]
    readonly outcomes: Outcomes
    readonly methods: readonly string[]
    readonly sessions: readonly SessionDigest[]
  }[]
  readonly actions: readonly Undertaking[]
  readonly contacts: readonly Contact[]
  readonly agendas: readonly SavedAgenda[]
  readonly now: number
}

/** A workspace with its quarters counted, from its sessions as they are on disk. */
export const describeWorkspace = (
  workspace: Workspace,
  past: readonly PastSession[],
  { now, mostDays }: { readonly now: number; readonly mostDays: number },
): WorkspacePage => {
  const across = {
    heardOf: openHeard(past, workspace),
    triedAt: trialsOf(
      past.flatMap(({ session }) => listDecided(session).map(({ work }) => ({ session: session.id, work }))),
    ),
  }
  const sessions = past.map((each) => digestOf(each, across)).toSorted((one, other) => other.at - one.at)
  const facts = { sessions, contacts: workspace.contacts, undertakings: listUndertakings(past) }
  return {
    id: workspace.id,
    title: workspace.title,
    language: workspace.language,
    retentionDays: workspace.retentionDays,
    mostDays,
    quarters: listQuarters(facts, now).map((quarter) => {
      const held = sessions.filter(({ at }) => quarterOf(at) === quarter)
      return {
        quarter,
        counters: countQuarter(quarter, facts),
        outcomes: outcomesOf(quarter, facts, now),
        methods: methodsTried(held),
        sessions: held,
      }
    }),
    actions: listOpen(facts.undertakings),
    contacts: workspace.contacts,
    agendas: workspace.agendas,
    now,
  }
}
