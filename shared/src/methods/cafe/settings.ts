import * as v from 'valibot'
import { LIMITS } from '../../kernel/index.ts'
import { LONGEST, minutes } from '../minutes.ts'
import type { Phase } from '../phase.ts'
import { NO_RIGHTS, groupPhase } from '../rights.ts'
import { selection } from '../selection.ts'
import { MixBy, Questions, TablePlan } from './fields.ts'
import { MOVE_PHASES, ROUND_NUMBERS, ROUND_PHASES, movePhase, roundIn, roundPhase } from './phases.ts'

/** `planned`: the server seats people so that they meet new ones. `free`: everybody sits where there is room. */
export const CAFE_MODES = ['planned', 'free'] as const
export type CafeMode = (typeof CAFE_MODES)[number]

/** `fixed`: a host stays for all rounds. `relay`: after each round somebody else of the table stays. */
export const HOST_POLICIES = ['fixed', 'relay'] as const
export type HostPolicy = (typeof HOST_POLICIES)[number]

const always = (standard: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST)), standard)

/**
 * What stands in the step of a café. What is planned of tables, questions and seating here is what its setup begins with;
 * from then on the setup says what holds.
 */
export const CafeSettings = v.strictObject({
  mode: v.optional(v.picklist(CAFE_MODES), 'planned'),
  hosts: v.optional(v.picklist(HOST_POLICIES), 'fixed'),
  rounds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.cafeRounds)), 2),
  /** Of two tables: whether half of each stays, since all that move together meet nobody new. */
  halfStay: v.optional(v.boolean(), true),
  questions: v.optional(Questions, []),
  /** None: as many as are proposed for those who are there. */
  tables: v.optional(v.pipe(v.array(TablePlan), v.maxLength(LIMITS.cafeTables), v.readonly()), []),
  mixBy: v.optional(MixBy, []),
  /** The steps whose ideas lie open beside the new ones. */
  earlier: v.optional(selection(), []),
  setup: minutes(2),
  welcome: minutes(3),
  /** Minutes of every round and of every move, where `lengths` says nothing else. */
  round: always(12),
  move: always(2),
  /** Minutes of single rounds and moves, by their phases. */
  lengths: v.optional(
    v.record(
      v.picklist([...ROUND_PHASES, ...MOVE_PHASES]),
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST)),
    ),
    {},
  ),
  gather: minutes(4),
  harvest: always(10),
})
export type CafeSettings = v.InferOutput<typeof CafeSettings>

const lengthOf = ({ lengths, round, move }: CafeSettings, phase: string): number =>
  lengths[phase] ?? (phase.startsWith('round') ? round : move)

/**
 * Setup, welcome, rounds with a move between each two, gather, harvest. Rounds that do not take place last 0 minutes.
 *
 * At tables nobody writes on the board: their cloths are documents of their own. When people gather, each may write one
 * thing down in private that they take along; the harvest opens those with all that lies on the cloths.
 */
export const cafePhases = (settings: CafeSettings): readonly [Phase, ...Phase[]] => [
  { key: 'setup', minutes: settings.setup, policies: NO_RIGHTS },
  { key: 'welcome', minutes: settings.welcome, policies: NO_RIGHTS },
  ...ROUND_NUMBERS.flatMap((round): Phase[] => [
    {
      key: roundPhase(round),
      minutes: round <= settings.rounds ? lengthOf(settings, roundPhase(round)) : 0,
      policies: NO_RIGHTS,
    },
    ...(round < LIMITS.cafeRounds
      ? [
          {
            key: movePhase(round),
            minutes: round < settings.rounds ? lengthOf(settings, movePhase(round)) : 0,
            policies: NO_RIGHTS,
          },
        ]
      : []),
  ]),
  { key: 'gather', minutes: settings.gather, policies: { ...NO_RIGHTS, add: 'private', kinds: ['note'] } },
  {
    ...groupPhase(settings.harvest),
    key: 'harvest',
    begins: 'harvest',
    policies: { ...groupPhase(0).policies, add: 'open', kinds: ['idea'] },
  },
]

/** The settings with other minutes for the phases that are named. */
export const resizeCafe = (settings: CafeSettings, minutesOf: Readonly<Record<string, number>>): CafeSettings => {
  const next = { ...settings, lengths: { ...settings.lengths } }
  for (const [phase, length] of Object.entries(minutesOf)) {
    if (phase === 'setup' || phase === 'welcome' || phase === 'gather' || phase === 'harvest') next[phase] = length
    else next.lengths[phase] = length
  }
  return next
}

/** The number of the round that a phase belongs to, its move with it; 0 before the first, beyond the last when people gather. */
const reachedRound = (phase: string | undefined): number => {
  if (phase === undefined || phase === 'setup' || phase === 'welcome') return 0
  return roundIn(phase) ?? LIMITS.cafeRounds + 1
}

/**
 * Whether a café that has begun may go on with other settings: with fewer rounds or more, and with other minutes, as long as
 * no round falls away that was announced, and people have not begun to gather.
 */
export const mayRearrange = (before: CafeSettings, after: CafeSettings, reached: string | undefined): boolean => {
  const bare = (settings: CafeSettings): string =>
    JSON.stringify({
      ...settings,
      rounds: 0,
      lengths: {},
      setup: 0,
      welcome: 0,
      round: 0,
      move: 0,
      gather: 0,
      harvest: 0,
    })
  const present = reachedRound(reached)
  const isSameKind = (['setup', 'welcome', 'gather'] as const).every((key) => before[key] > 0 === after[key] > 0)
  return (
    bare(before) === bare(after) && isSameKind && present <= LIMITS.cafeRounds && after.rounds >= Math.max(1, present)
  )
}
