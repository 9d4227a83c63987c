import { AGGREGATES, AGREEMENTS, CONCORDS, SCALE_IDS, STRENGTHS, UNRANKED } from '@roundel/shared/scoring'
import { isId } from '@roundel/shared/kernel'
import * as v from 'valibot'

const id = v.pipe(
  v.string(),
  v.check((text) => isId(text)),
)
const said = <Schema extends v.GenericSchema>(schema: Schema, text: string) => v.pipe(schema, v.description(text))
const count = (text: string) => said(v.number(), text)
const rank = said(v.nullable(v.number()), 'Place from 1; equals share one, as 1, 2, 2, 4. Null outside the order.')
const items = v.array(id)

/** What every result begins with. */
const outcome = {
  turnout: v.strictObject({
    cast: count('Ballots that count.'),
    eligible: count('How many might have voted.'),
    quorum: count('How many ballots make a quorum.'),
    isQuorate: said(v.boolean(), 'Whether there were so many. Without a quorum the result is shown all the same.'),
    isSecrecyWeak: said(v.boolean(), 'Fewer than four ballots: the figures come close to telling single ones.'),
  }),
  coverage: count('How many values an item needed to be put in order.'),
  order: said(v.array(v.strictObject({ item: id, rank })), 'Every item once, the first ones first.'),
  cut: said(
    v.nullable(
      v.strictObject({
        take: count('How many are to be taken.'),
        above: said(items, 'What is taken.'),
        onLine: said(items, 'Equals of which only some would fit.'),
      }),
    ),
    'Null where no cut was set.',
  ),
  stability: v.strictObject({
    of: count('Voters.'),
    first: count('Without how many of them, each alone, the first place would be another.'),
    cut: v.exactOptional(count('The same for what is taken.')),
    contenders: said(items, 'What is first, or would be without some one voter.'),
  }),
}

const byAggregate = (text: string) => said(v.strictObject(v.entriesFromList(AGGREGATES, v.number())), text)
const ratio = said(v.tuple([v.number(), v.number()]), 'Numerator and denominator.')

const figures = v.strictObject({
  n: count('Values.'),
  mean: count('Arithmetic mean on the scale.'),
  median: count('Middle value, or the mean of the two in the middle.'),
  trimmed: count('Mean without a fifth of the values at either end; from five values on.'),
  normalised: byAggregate('The three from 0 to 100.'),
  exact: said(v.strictObject(v.entriesFromList(AGGREGATES, ratio)), 'The three, exactly.'),
  sd: said(v.nullable(v.number()), 'Standard deviation of a sample; null for one value.'),
  iqr: count('Distance of the quartiles, by linear interpolation (type 7).'),
  polarisation: count('0 when all are equal, 1 when half stand at each end.'),
  low: count('Share of the values in the lowest quarter of the scale.'),
  high: count('Share of the values in the highest quarter.'),
  agreement: said(v.nullable(v.picklist(AGREEMENTS)), 'How much people agree; null for one value.'),
})

const judged = {
  ...outcome,
  scale: v.picklist(SCALE_IDS),
  aggregate: said(v.picklist(AGGREGATES), 'What stands for all values of a cell in the order.'),
  criteria: v.array(v.strictObject({ key: v.string(), weight: v.number() })),
  items: v.array(
    v.strictObject({
      item: id,
      rank,
      scores: said(v.nullable(byAggregate('By what stands for a cell.')), 'The composite, 0 to 100.'),
      merits: said(v.array(v.number()), 'What decides before the composite, larger first.'),
      agreement: v.nullable(v.picklist(AGREEMENTS)),
      cells: v.array(
        v.strictObject({
          criterion: v.string(),
          abstained: count('People who said that they cannot judge.'),
          isCovered: v.boolean(),
          figures: v.nullable(figures),
          counts: said(
            v.nullable(v.array(v.number())),
            'How often each value was given, lowest first; null below four ballots.',
          ),
        }),
      ),
    }),
  ),
  isTopDivided: said(v.boolean(), 'Means and medians put the top in different orders.'),
}

const verdict = v.nullable(v.picklist(['passes', 'neutral', 'harms']))

const tesco = {
  ...judged,
  verdicts: v.array(
    v.strictObject({
      item: id,
      byCriterion: said(v.record(v.string(), verdict), 'What the median says of each question.'),
      passes: v.number(),
      harms: v.number(),
    }),
  ),
  tiers: v.array(v.strictObject({ passes: v.number(), items })),
}

const dots = {
  ...outcome,
  budget: count('Dots that each person had.'),
  cap: count('How many of them could go to one item.'),
  items: v.array(
    v.strictObject({ item: id, rank, dots: count('Dots in all.'), breadth: count('People who gave at least one.') }),
  ),
}

const ranking = {
  ...outcome,
  unranked: v.picklist(UNRANKED),
  strength: v.picklist(STRENGTHS),
  places: count('How many items each voter was asked to place.'),
  levels: said(v.array(items), 'Schulze’s order, best first; what shares a level is level.'),
  items: v.array(
    v.strictObject({
      item: id,
      rank,
      counted: count('Ballots that say something of it.'),
      borda: v.nullable(
        v.strictObject({
          points: count('Items below it, and half of those level with it, over all ballots.'),
          share: said(v.nullable(v.number()), 'The mean share of the points that could be had, 0 to 1.'),
          rank,
        }),
      ),
      copeland: v.nullable(
        v.strictObject({
          wins: v.number(),
          ties: v.number(),
          losses: v.number(),
          score: count('Wins less losses.'),
          display: count('Wins and half the ties.'),
          rank: v.number(),
        }),
      ),
    }),
  ),
  duels: v.strictObject({
    items,
    wins: said(v.array(v.array(v.number())), 'Ballots that place the item of the row above that of the column.'),
  }),
  condorcet: v.strictObject({
    winner: said(v.nullable(id), 'What beats everything else, one to one.'),
    loser: said(v.nullable(id), 'What loses to everything else.'),
    smith: said(items, 'The smallest set that beats everything else.'),
  }),
  kemeny: v.strictObject({
    isExact: v.boolean(),
    orders: said(v.array(items), 'The orders that agree with the ballots most.'),
    isComplete: said(v.boolean(), 'Whether these are all of them.'),
    components: v.array(items),
    settled: v.array(v.tuple([id, id])),
    agreement: count('Pairs, over all ballots, that are placed as the best orders do.'),
    disagreement: count('Pairs that are placed the other way round.'),
  }),
  comparison: v.strictObject({
    isAgreed: v.boolean(),
    differences: v.array(v.strictObject({ rule: v.picklist(['borda', 'kemeny']), before: id, after: id })),
    count: v.number(),
  }),
  cycles: v.array(
    v.strictObject({
      items,
      majorities: v.array(v.strictObject({ over: id, under: id, for: v.number(), against: v.number() })),
      isOverruled: said(v.boolean(), 'Whether the weakest victory gives way.'),
    }),
  ),
  concordance: v.strictObject({
    measure: v.picklist(['kendall-w', 'mean-tau']),
    value: said(v.nullable(v.number()), '0 no agreement, 1 entire; null where it is not defined.'),
    concord: v.nullable(v.picklist(CONCORDS)),
    chiSquared: said(v.nullable(v.number()), 'Friedman’s, of Kendall’s W.'),
    degrees: count('Its degrees of freedom.'),
  }),
}

/** Figures for each group of voters, or how many of each voted where single ballots would be told. */
const groupsOf = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.nullable(
    v.variant('state', [
      v.strictObject({ state: v.literal('shown'), results: v.record(v.string(), v.looseObject(entries)) }),
      v.strictObject({ state: v.literal('withheld'), cast: v.record(v.string(), v.number()) }),
    ]),
  )

const resultOf = <const Name extends string, Entries extends v.ObjectEntries>(name: Name, entries: Entries) =>
  v.strictObject({ scoring: v.literal(name), ...entries, groups: groupsOf(entries) })

/** What a vote came to, by how it was scored. */
export const Result = v.variant('scoring', [
  resultOf('fan', judged),
  resultOf('criteria', judged),
  resultOf('tesco', tesco),
  resultOf('dots', dots),
  resultOf('ranking', ranking),
])
