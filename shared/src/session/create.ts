import { COLOURS } from '../board/index.ts'
import {
  LIMITS,
  type Random,
  type Refusal,
  type Result,
  type SeatId,
  type WorkspaceId,
  asId,
  fail,
  ok,
  refusal,
} from '../kernel/index.ts'
import { methodOf } from '../methods/index.ts'
import type { NewSession, StepBody } from './fields.ts'
import type { Challenge, Seat, Session, Step } from './session.ts'
import { templateOf } from './templates.ts'

/** What a new session is made with: the clock, chance, and secrets. */
export interface Made {
  /** Server time, milliseconds since 1970. */
  readonly now: number
  readonly random: Random
  readonly newId: () => string
  /** A secret of so many random bytes, as text that may stand in an address. */
  readonly newSecret: (bytes: number) => string
  /** A code as `newCode` makes it, not in use elsewhere. */
  readonly newCode: () => string
}

/** Bytes of chance in a link's secret: the facilitator's opens everything. */
export const SECRET_BYTES = { facilitator: 32, participant: 16, client: 16, observer: 16, screen: 16 } as const

const FALLBACK_NAME = 'Facilitator'

/**
 * A new session in the lobby, with its facilitator seated; a rehearsal when that is said, of a workspace when one is named.
 *
 * Refuses with `bad-input` when the settings of a step do not fit its method, `details.step` being its index, or when two
 * steps have the same id.
 */
export const createSession = (
  body: NewSession,
  made: Made,
  kind: 'session' | 'rehearsal' = 'session',
  workspace?: WorkspaceId,
): Result<{ readonly session: Session; readonly facilitator: SeatId }, Refusal> => {
  const agenda: Step[] = []
  const planned: readonly StepBody[] =
    body.agenda ?? (body.template ? templateOf(body.template).agenda : [{ kind: 'brainstorm' }])
  for (const [index, wanted] of planned.entries()) {
    if (agenda.some(({ id }) => id === wanted.id)) return fail(refusal('bad-input', { path: `agenda.${index}.id` }))
    const step = createStep(wanted, made.newId)
    if (!step) return fail(refusal('bad-input', { path: `agenda.${index}.settings`, step: index }))
    agenda.push(step)
  }
  const language = body.language ?? 'en'
  const facilitator: Seat = {
    id: asId(made.newId()),
    name: body.facilitatorName ?? FALLBACK_NAME,
    colour: COLOURS[0],
    role: 'facilitator',
    side: 'team',
    flags: [],
    language,
    state: 'seated',
    joinedAt: made.now,
  }
  const session: Session = {
    id: asId(made.newId()),
    title: body.title,
    language,
    createdAt: made.now,
    challenge: readChallenge(body.challenge),
    challengeHistory: [],
    code: made.newCode(),
    links: {
      facilitator: made.newSecret(SECRET_BYTES.facilitator),
      participant: made.newSecret(SECRET_BYTES.participant),
      client: made.newSecret(SECRET_BYTES.client),
      observer: made.newSecret(SECRET_BYTES.observer),
      screen: made.newSecret(SECRET_BYTES.screen),
    },
    agenda,
    ...(body.plannedAt !== undefined && { plannedAt: body.plannedAt }),
    ...(body.plannedMinutes !== undefined && { plannedMinutes: body.plannedMinutes }),
    position: { state: 'lobby', epoch: 0 },
    settings: {
      door: body.settings?.door ?? 'open',
      participants: body.settings?.participants ?? LIMITS.participants,
      participantsExport: body.settings?.participantsExport ?? false,
      allowLate: body.settings?.allowLate ?? true,
      ...(body.settings?.headcount !== undefined && { headcount: body.settings.headcount }),
    },
    seats: { [facilitator.id]: facilitator },
    marks: [],
    locked: false,
    ...(kind === 'rehearsal' && { rehearsal: true }),
    ...(workspace !== undefined && { workspace }),
  }
  return ok({ session, facilitator: facilitator.id })
}

/** A planned step with its settings complete; undefined when they do not fit the method. */
export const createStep = (body: StepBody, newId: () => string): Step | undefined => {
  const settings = acceptsPrompts(body) ? readSettings(body.kind, body.settings) : undefined
  return (
    settings && {
      id: body.id ?? asId(newId()),
      kind: body.kind,
      ...(body.title !== undefined && { title: body.title }),
      ...(body.question !== undefined && { question: body.question }),
      names: body.names ?? 'hidden',
      settings,
      ...(body.prompts && body.prompts.length > 0 && { prompts: body.prompts }),
      ...(body.notes && { notes: body.notes }),
      ...(body.advances && { advances: true as const }),
      ...(body.early && { early: true as const }),
      state: 'planned',
    }
  )
}

/** Whether a step can begin from so many items. Which of them fit is seen when it is first live. */
export const acceptsPrompts = ({ kind, prompts }: Pick<StepBody, 'kind' | 'prompts'>): boolean =>
  prompts === undefined ||
  prompts.length === 0 ||
  (prompts === 'brought' ? 0 : prompts.length) <= (methodOf(kind).prompts?.most ?? -1)

/** Settings with the method's defaults filled in, so that a later default changes no session; undefined when they do not fit. */
export const readSettings = (kind: Step['kind'], settings: unknown = {}): Step['settings'] | undefined => {
  const method = methodOf(kind)
  return method.accepts(settings) ? (method.settings(settings) as Step['settings']) : undefined
}

/** A challenge as it is kept: fields that nobody filled in are absent. */
export const readChallenge = (body: NewSession['challenge']): Challenge => {
  if (!body) return { text: '' }
  const { text, who, what, why, translations } = body
  return {
    text,
    ...(who !== undefined && { who }),
    ...(what !== undefined && { what }),
    ...(why !== undefined && { why }),
    ...(translations && {
      translations: {
        ...(translations.en !== undefined && { en: translations.en }),
        ...(translations.ru !== undefined && { ru: translations.ru }),
        ...(translations.fa !== undefined && { fa: translations.fa }),
      },
    }),
  }
}
