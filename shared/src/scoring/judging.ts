import * as v from 'valibot'
import type { ItemId } from '../kernel/index.ts'
import { type Cells, countJudging, emptyCells } from './cells.ts'
import type { Criterion } from './criterion.ts'
import { SECRET_FROM } from './electorate.ts'
import { type Agreement, type Figures, figuresOf, joinAgreements } from './figures.ts'
import { toNumber } from './fraction.ts'
import { AGGREGATES, type Aggregate, sizeOf } from './histogram.ts'
import type { JudgingBallot } from './judging-ballot.ts'
import { type Placed, cutOf } from './order.ts'
import type { Outcome } from './outcome.ts'
import { SCALES, type ScaleId } from './scale.ts'
import type { Vote } from './scoring.ts'
import { type VotingSettings, votingEntries } from './settings.ts'
import { measureStability } from './stability.ts'
import { type Merits, type Ordering, meritsOf, orderCells, standingsOf } from './standing.ts'

/** What can be set wherever items are judged by criteria. */
export const judgingEntries = {
  ...votingEntries,
  /** What stands for all values of a cell when items are put in order. */
  aggregate: v.optional(v.picklist(AGGREGATES), 'mean'),
  /** The polarisation, in hundredths, from which opinions count as disputed. */
  disputedPercent: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 50),
}

/** Settings of a judgement: what the sheet is, and what orders. */
export interface JudgingSettings extends VotingSettings {
  readonly scale: ScaleId
  readonly aggregate: Aggregate
  readonly disputedPercent: number
}

/** What an item came to on one criterion. */
export interface JudgedCell {
  readonly criterion: string
  readonly abstained: number
  /** Whether it has the values that are needed. */
  readonly isCovered: boolean
  /** Null without a value. */
  readonly figures: Figures | null
  /** How often each value of the scale was given, lowest first; null while so few voted that this would tell who. */
  readonly counts: readonly number[] | null
}

export interface JudgedItem {
  readonly item: ItemId
  readonly rank: number | null
  /** The composite, 0 to 100, by each aggregate; null where a criterion has no value. */
  readonly scores: Readonly<Record<Aggregate, number>> | null
  /** What decides before the composite, larger first; nothing where the composite alone does. */
  readonly merits: readonly number[]
  readonly agreement: Agreement | null
  readonly cells: readonly JudgedCell[]
}

/** A judgement of items by criteria. Unless said otherwise, `order` is by the composite of `aggregate`. */
export interface Judged extends Outcome {
  readonly scale: ScaleId
  readonly aggregate: Aggregate
  readonly criteria: readonly Criterion[]
  /** In the sequence of `order`. */
  readonly items: readonly JudgedItem[]
  /** Whether means and medians put the top in different orders: the first place, or as many as are taken. */
  readonly isTopDivided: boolean
}

/** The figures of a judgement. Merits, where there are any, decide before the composite. */
export const tallyJudging = (
  scoring: string,
  { ballots, items, settings, turnout, coverage, coverageWith }: Vote<JudgingBallot, JudgingSettings>,
  criteria: readonly Criterion[],
  merits?: Merits,
): Judged => {
  const cells = emptyCells(items, criteria, SCALES[settings.scale])
  for (const { body } of ballots) countJudging(cells, criteria, body)
  const orderBy = (aggregate: Aggregate, needed = coverage): readonly Placed[] => {
    const ordering: Ordering = { criteria, aggregate, ...(merits && { merits }) }
    return orderCells(cells, ordering, needed)
  }
  const order = orderBy(settings.aggregate)
  const without = ballots.map(({ body }) => {
    countJudging(cells, criteria, body, -1)
    const others = orderBy(settings.aggregate, coverageWith(ballots.length - 1))
    countJudging(cells, criteria, body)
    return others
  })
  return {
    scoring,
    turnout,
    coverage,
    order,
    cut: settings.cut === undefined ? null : cutOf(order, settings.cut),
    stability: measureStability(order, without, settings.cut),
    scale: settings.scale,
    aggregate: settings.aggregate,
    criteria,
    items: describeCells(order, cells, criteria, { settings, coverage, cast: ballots.length, merits }),
    isTopDivided: isDivided(orderBy('mean'), orderBy('median'), settings.cut ?? 1),
  }
}

const describeCells = (
  order: readonly Placed[],
  cells: Cells,
  criteria: readonly Criterion[],
  {
    settings,
    coverage,
    cast,
    merits,
  }: {
    readonly settings: JudgingSettings
    readonly coverage: number
    readonly cast: number
    readonly merits: Merits | undefined
  },
): readonly JudgedItem[] => {
  const standings = AGGREGATES.map((aggregate) => [aggregate, standingsOf(cells, { criteria, aggregate })] as const)
  return order.map(({ item, rank }) => {
    const row = (cells.get(item) ?? []).map(({ values, abstained }, index): JudgedCell => {
      const size = sizeOf(values)
      return {
        criterion: criteria[index]?.key ?? '',
        abstained,
        isCovered: size >= coverage,
        figures: size === 0 ? null : figuresOf(values, settings.disputedPercent),
        counts: cast < SECRET_FROM ? null : [...values.counts],
      }
    })
    const scores = standings.flatMap(([aggregate, found]) => {
      const standing = found.get(item)
      return standing ? [[aggregate, toNumber(standing.composite())] as const] : []
    })
    return {
      item,
      rank,
      scores: scores.length === 0 ? null : (Object.fromEntries(scores) as Record<Aggregate, number>),
      merits: scores.length === 0 ? [] : meritsOf(cells.get(item) ?? [], merits),
      agreement: joinAgreements(row.map(({ figures }) => figures?.agreement ?? null)),
      cells: row,
    }
  })
}

/** Whether two orders differ in their first places, `take` of them or a few more where some are equal. */
const isDivided = (one: readonly Placed[], other: readonly Placed[], take: number): boolean => {
  const topOf = (order: readonly Placed[]): string =>
    order
      .filter(({ rank }) => rank !== null && rank <= take)
      .map(({ item, rank }) => `${rank} ${item}`)
      .join()
  return topOf(one) !== topOf(other)
}
