import * as v from 'valibot'
import { type ItemId, type Random, type Refusal, type Result, ok } from '../kernel/index.ts'
import { type Ballot, type Voter, latestBallots } from './ballot.ts'
import { type Electorate, coverageOf, turnoutOf } from './electorate.ts'
import type { Criterion } from './criterion.ts'
import type { Groups, Outcome } from './outcome.ts'
import { compareIds } from './order.ts'
import type { ScaleId } from './scale.ts'
import {
  type Choice,
  type Counted,
  type Progress,
  type Scoring,
  type ScoringKind,
  type Vote,
  unfit,
} from './scoring.ts'
import type { Sentence } from './sentence.ts'
import type { VotingSettings } from './settings.ts'

/** What a scoring says of itself; reading, counting once and grouping are the same for all. */
export interface ScoringSpec<Id extends string, Settings extends VotingSettings, Body, Found extends Outcome> {
  readonly id: Id
  readonly kind: ScoringKind
  readonly scales?: readonly ScaleId[]
  readonly settings: v.GenericSchema<unknown, Settings>
  readonly criteria?: (settings: Settings) => readonly Criterion[]
  /** The shape of a ballot. What depends on items and settings is an objection. */
  readonly ballot: v.GenericSchema<unknown, Body>
  /** Why such a ballot cannot be, in a word; `items` are those that its voter was shown. */
  readonly objection: (body: Body, items: readonly ItemId[], settings: Settings) => string | undefined
  readonly isCastable: (body: Body) => boolean
  readonly progress: (body: Body, items: readonly ItemId[], settings: Settings) => Progress
  readonly tally: (vote: Vote<Body, Settings>) => Found
  readonly describe: (result: Found) => readonly Sentence[]
  readonly simulate: (items: readonly ItemId[], settings: Settings, random: Random) => Body
}

/** Closes over the types of a scoring's settings and ballots, so that the list of scorings is a list of plain ones. */
export const defineScoring = <const Id extends string, Settings extends VotingSettings, Body, Found extends Outcome>(
  spec: ScoringSpec<Id, Settings, Body, Found>,
): Scoring<Id, Found> => {
  const read = (input: unknown): Settings => v.parse(spec.settings, input)
  const readBallot = (input: unknown, items: readonly ItemId[], settings: Settings): Result<Body, Refusal> => {
    const parsed = v.safeParse(spec.ballot, input)
    if (!parsed.success) return unfit('shape')
    const reason = spec.objection(parsed.output, items, settings)
    return reason === undefined ? ok(parsed.output) : unfit(reason)
  }
  const progress = (body: unknown, { items, settings, shown }: Choice): Progress =>
    spec.progress(v.parse(spec.ballot, body), shown ?? items, read(settings))
  return {
    id: spec.id,
    kind: spec.kind,
    scales: spec.scales ?? [],
    settings: read,
    accepts: (input) => v.is(spec.settings, input),
    criteria: (input) => spec.criteria?.(read(input)) ?? [],
    readBallot: (input, { items, settings, shown }) => readBallot(input, shown ?? items, read(settings)),
    isCastable: (body) => spec.isCastable(v.parse(spec.ballot, body)),
    progress,
    isComplete: (body, choice) => {
      const { done, of } = progress(body, choice)
      return done >= of
    },
    tally: (ballots, given, input, electorate) => {
      const settings = read(input)
      const items = given.toSorted(compareIds)
      const counted = keepCounted(spec, ballots, items, (body, shown) => readBallot(body, shown, settings))
      const count = (own: readonly Counted<Body>[], eligible: number): Found => {
        const coverageWith = (cast: number): number => settings.coverage ?? coverageOf(cast, eligible)
        const turnout = turnoutOf(own.length, eligible, settings.quorum)
        return spec.tally({ ballots: own, items, settings, turnout, coverage: coverageWith(own.length), coverageWith })
      }
      const whole = count([...counted.values()], electorate.eligible)
      const groups =
        settings.groups === 'side-by-side' && electorate.groups ? countGroups(electorate.groups, counted, count) : null
      return { ...whole, groups }
    },
    describe: spec.describe,
    simulate: ({ items, settings, shown }, random) => spec.simulate(shown ?? items, read(settings), random),
  }
}

/** Each voter's last ballot, where it can be read and something stands on it. */
const keepCounted = <Body>(
  spec: { readonly id: string; readonly isCastable: (body: Body) => boolean },
  ballots: readonly Ballot[],
  items: readonly ItemId[],
  readBallot: (body: unknown, shown: readonly ItemId[]) => Result<Body, Refusal>,
): ReadonlyMap<Voter, Counted<Body>> => {
  const counted = new Map<Voter, Counted<Body>>()
  for (const { scoring, voter, body, shown: subset } of latestBallots(ballots)) {
    if (scoring !== spec.id) continue
    const shown = subset ? items.filter((item) => subset.includes(item)) : items
    const found = readBallot(body, shown)
    if (found.ok && spec.isCastable(found.value)) counted.set(voter, { body: found.value, shown })
  }
  return counted
}

const countGroups = <Body, Found>(
  groups: NonNullable<Electorate['groups']>,
  counted: ReadonlyMap<Voter, Counted<Body>>,
  count: (ballots: readonly Counted<Body>[], eligible: number) => Found,
): Groups<Found> => {
  const grouped = Object.entries(groups).map(([name, { eligible, voters }]) => {
    const own = [...new Set(voters)].flatMap((voter) => counted.get(voter) ?? [])
    return { name, eligible, own }
  })
  // Whoever is in no group is what the whole has more than the groups, and must not be alone either.
  const others = counted.size - grouped.reduce((sum, { own }) => sum + own.length, 0)
  if (others === 1 || grouped.some(({ own }) => own.length === 1)) {
    return { state: 'withheld', cast: Object.fromEntries(grouped.map(({ name, own }) => [name, own.length])) }
  }
  return {
    state: 'shown',
    results: Object.fromEntries(grouped.map(({ name, own, eligible }) => [name, count(own, eligible)])),
  }
}
