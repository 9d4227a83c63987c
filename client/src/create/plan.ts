import { cleanLine } from '@roundel/shared/kernel'
import type { CreateSessionBody } from '@roundel/shared/protocol'
import type { Language, Names, Settings } from '@roundel/shared/session'

/** The phases of a brainstorm that can be planned, with the fewest minutes of each. Nothing can be left unrevealed. */
export const PHASES = [
  ['write', 1],
  ['build', 1],
  ['group', 0],
] as const
export type PlannedPhase = (typeof PHASES)[number][0]

/** What the page has collected, as typed. */
export interface Plan {
  readonly title: string
  readonly question: string
  readonly who: string
  readonly what: string
  readonly why: string
  readonly name: string
  readonly language: Language
  readonly minutes: Readonly<Record<PlannedPhase, number>>
  readonly names: Names
  readonly door: Settings['door']
}

export const NEW_PLAN: Omit<Plan, 'name' | 'language'> = {
  title: '',
  question: '',
  who: '',
  what: '',
  why: '',
  minutes: { write: 6, build: 4, group: 5 },
  names: 'hidden',
  door: 'open',
}

export const totalMinutes = ({ minutes }: Pick<Plan, 'minutes'>): number =>
  PHASES.reduce((sum, [phase]) => sum + minutes[phase], 0)

/** What is missing before a session can be created. */
export const findMissing = (plan: Plan): 'title' | 'question' | undefined =>
  cleanLine(plan.title) === '' ? 'title' : cleanLine(plan.question) === '' ? 'question' : undefined

/** The plan as the server takes it. Fields that nobody filled in are left out; a leader without a name is `nameless`. */
export const bodyOf = (plan: Plan, nameless: string): CreateSessionBody => {
  const line = (key: 'who' | 'what' | 'why') => {
    const text = cleanLine(plan[key])
    return text === '' ? {} : { [key]: text }
  }
  return {
    title: cleanLine(plan.title),
    language: plan.language,
    challenge: { text: cleanLine(plan.question), ...line('who'), ...line('what'), ...line('why') },
    agenda: [{ kind: 'brainstorm', names: plan.names, settings: { ...plan.minutes } }],
    settings: { door: plan.door },
    facilitatorName: cleanLine(plan.name) || nameless,
  }
}
