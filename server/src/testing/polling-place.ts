import type { ScoreView } from '@roundel/shared/methods'
import {
  type Meeting,
  type Person,
  type Reply,
  ask,
  createMeeting,
  newId,
  order,
  sitDown,
  urlOf,
  viewOf,
} from './program.ts'
import type { RunningServer } from './running-server.ts'

/** A session at a vote, with ideas on its board and people who may vote. */
export interface PollingPlace {
  readonly meeting: Meeting
  readonly voters: readonly Person[]
  readonly step: string
  readonly items: readonly string[]
  /** What everybody is shown of the vote. */
  readonly seen: (person?: Person) => Promise<ScoreView>
  readonly move: (type: string, more?: Record<string, unknown>) => Promise<void>
  /** Goes on to a phase, past whatever announces itself. */
  readonly goTo: (phase: string) => Promise<void>
  readonly cast: (
    person: Person,
    ballot: unknown,
    more?: { cast?: boolean; person?: number; poll?: string },
  ) => Promise<Reply<TakenReply>>
  readonly own: (person: Person, which?: number) => Promise<Reply<Record<string, unknown>>>
  readonly result: (person?: Person) => Promise<Reply<{ result: Record<string, unknown> }>>
}

interface TakenReply {
  readonly cast: number
  readonly electors: number
  readonly seq: number
  readonly state: string
}

/** Sits people down, has ideas written in the open, and goes to the first phase of a vote. */
export const openPollingPlace = async (
  server: RunningServer,
  {
    voters: count = 3,
    ideas = 3,
    settings = {},
    clients = 0,
  }: {
    readonly voters?: number
    readonly ideas?: number
    readonly settings?: Record<string, unknown>
    /** How many of the voters come as clients. */
    readonly clients?: number
  } = {},
): Promise<PollingPlace> => {
  const step = newId()
  const agenda = [
    { kind: 'brainstorm', settings: { variant: 'free' } },
    { id: step, kind: 'score', settings },
    { kind: 'talk' },
  ]
  const meeting = await createMeeting(server, { agenda, settings: { participants: 250 } })
  const voters: Person[] = []
  for (let index = 0; index < count; index++) {
    const invite = index < clients ? meeting.links.client.slice(meeting.links.client.indexOf('#') + 1) : meeting.code
    voters.push(await sitDown(meeting, `Voter ${index}`, invite))
  }
  await order(meeting, { type: 'start' })
  const items: string[] = []
  for (let index = 0; index < ideas; index++) {
    const { item } = await order(meeting, { type: 'add-item', kind: 'idea', text: `Idea ${index}` })
    if (item) items.push(item)
  }
  await order(meeting, { type: 'skip' })

  const seen = async (person: Person = meeting): Promise<ScoreView> => {
    const { work } = await viewOf(person)
    return work?.[step as never]?.data as ScoreView
  }
  const phaseOf = async (): Promise<string | undefined> => (await viewOf(meeting)).step?.phase
  const move = async (type: string, more: Record<string, unknown> = {}): Promise<void> => {
    await order(meeting, { type, ...more })
  }
  const goTo = async (phase: string): Promise<void> => {
    for (let at = await phaseOf(); at !== phase; at = await phaseOf()) {
      if (at === 'closed') await untilCounted(seen)
      if (at !== 'open') await move('arm')
      await move('advance')
    }
  }
  const path = (more: string): string => urlOf(meeting, `/steps/${step}${more}`)
  return {
    meeting,
    voters,
    step,
    items,
    seen,
    move,
    goTo,
    cast: async (person, ballot, { cast = true, person: which, poll } = {}) =>
      ask(path(`/ballot${which === undefined ? '' : `?person=${which}`}`), {
        method: 'PUT',
        token: person.token,
        body: { poll: poll ?? (await seen()).poll?.id ?? newId(), ballot, cast },
      }),
    own: (person, which) =>
      ask(path(`/ballot${which === undefined ? '' : `?person=${which}`}`), { token: person.token }),
    result: (person = meeting) => ask(path('/result'), { token: person.token }),
  }
}

const untilCounted = async (seen: () => Promise<ScoreView>): Promise<void> => {
  while (!(await seen()).isCounted) await new Promise((resolve) => setImmediate(resolve))
}

/** The same answer for every item and criterion. */
export const alike = (items: readonly string[], value: number): Record<string, Record<string, number>> =>
  Object.fromEntries(items.map((item) => [item, { feasible: value, attractive: value, novel: value }]))
