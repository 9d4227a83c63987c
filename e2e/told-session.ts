import { type ProgramSeat, type ProgramSession, ask, createSession, give, newId, takeSeat, viewOf } from './program.ts'

/** What people wrote in a session, each in their own language. */
export const TOLD = {
  title: 'Q4 co-creation: the front desk',
  question: 'How might we make waiting calmer?',
  first: 'Text me when it is my turn',
  second: 'Заполнять анкету дома, до приёма, чтобы не стоять в очереди',
  third: 'نوبت‌دهی با پیامک و یک صندلی راحت برای همراهان می‌خواهیم',
  hidden: 'Nobody is to read this',
  group: 'Before they come',
  decision: 'We will text people when it is their turn, from March',
  concern: 'Not everyone has a phone',
  action: 'Pilot it at one clinic',
  signed: 'Ольга Подписала',
  leader: 'Amina Leads',
} as const

const order = async (seat: ProgramSeat, command: Record<string, unknown>): Promise<string> => {
  const { status, text, json } = await give(seat, command)
  if (status !== 200) throw new Error(`${String(command['type'])}: ${text}`)
  return (json as { item?: string }).item ?? ''
}

interface Seen {
  readonly step?: { readonly phase: string }
  readonly work?: Readonly<
    Record<string, { readonly data: { readonly poll?: { readonly id: string }; readonly isCounted?: true } }>
  >
}

const seen = (seat: ProgramSeat): Promise<Seen> => viewOf<Seen>(seat)

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
}

/** Puts ideas to the vote: half of the people are for the second, half against it. */
const vote = async (lead: ProgramSeat, people: readonly ProgramSeat[], step: string, items: readonly string[]) => {
  await order(lead, { type: 'arm' })
  await order(lead, { type: 'advance' })
  const poll = (await seen(lead)).work?.[step]?.data.poll?.id
  for (const [at, seat] of people.entries()) {
    const value = (item: number): number => (item === 1 ? (at % 2 === 0 ? 5 : 1) : 4 - (item % 2))
    const ballot = Object.fromEntries(
      items.map((id, item) => [id, { feasible: value(item), attractive: value(item), novel: 3 }]),
    )
    const url = `${seat.origin}/api/sessions/${seat.session}/steps/${step}/ballot`
    await ask(url, { method: 'PUT', token: seat.token, body: { poll, ballot, cast: true } })
  }
  await order(lead, { type: 'advance' })
  await until(async () => (await seen(lead)).work?.[step]?.data.isCounted === true)
  await order(lead, { type: 'arm' })
  await order(lead, { type: 'advance' })
}

/** A session that is over: ideas in three languages, a vote on which people are divided, a decision and an action. */
export const tellSession = async (
  origin: string,
  title: string = TOLD.title,
): Promise<ProgramSession & { readonly people: readonly ProgramSeat[] }> => {
  const step = newId()
  const session = await createSession(origin, {
    title,
    challenge: { text: TOLD.question },
    facilitatorName: TOLD.leader,
    agenda: [
      { kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } },
      { kind: 'reverse' },
      { kind: 'score', id: step, settings: { scoring: 'fan' } },
      { kind: 'talk', title: 'A talk that was left out' },
      { kind: 'decide' },
    ],
  })
  const { facilitator: lead } = session
  const people: ProgramSeat[] = []
  for (const name of [TOLD.signed, 'رضا', 'Tomás', 'Kay']) people.push(await takeSeat(session, session.code, name))
  const [olga = lead, reza = lead] = people
  await order(lead, { type: 'start' })
  const items = [
    await order(lead, { type: 'add-item', kind: 'idea', text: TOLD.first, lang: 'en' }),
    await order(olga, { type: 'add-item', kind: 'idea', text: TOLD.second, lang: 'ru' }),
    await order(reza, { type: 'add-item', kind: 'idea', text: TOLD.third, lang: 'fa' }),
  ]
  const hidden = await order(olga, { type: 'add-item', kind: 'idea', text: TOLD.hidden })
  await order(lead, { type: 'hide', item: hidden })
  await order(lead, { type: 'skip' })
  await order(lead, { type: 'skip' })
  await vote(lead, people, step, items)
  await order(lead, { type: 'skip' })
  await order(lead, { type: 'skip' })
  await order(lead, {
    type: 'draft-decision',
    text: TOLD.decision,
    why: 'It helps most people',
    items: items.slice(0, 2),
    revision: 0,
  })
  await order(lead, { type: 'decide', revision: 1 })
  await order(reza, { type: 'add-concern', text: TOLD.concern })
  await order(lead, {
    type: 'add-action',
    text: TOLD.action,
    owner: { seat: olga.seat },
    due: '2026-12-15',
    hypothesis: 'If we text people, the hall is half as full',
  })
  await order(lead, { type: 'end' })
  return { ...session, people }
}
