import type { CafeFigures } from '@roundel/shared/methods/cafe'
import type { SessionExport } from './session-file.ts'
import type { Outline } from './whys-outline.ts'
import type { Words } from './words.ts'

type Cafe = NonNullable<SessionExport['cafes']>[number]

/** A part of a report: a heading, and lines beneath it. */
interface Part {
  readonly title: string
  readonly lines: readonly Outline[]
}

const leaf = (text: string, notes: readonly string[] = [], below: readonly Outline[] = []): Outline => ({
  text,
  notes,
  below,
})

/** A café as it is read: its tables with who hosted them and what was handed on, who sat where, and what it came to. */
export const outlineCafe = (cafe: Cafe, people: ReadonlyMap<string, string>, words: Words): readonly Part[] => {
  const { say, number } = words
  const names = new Map(cafe.tables.map(({ id, name }) => [id, name]))
  // Whoever left since is not listed among the people any more.
  const nameOf = (seat: string): string => people.get(seat) ?? '–'
  const tables = cafe.tables.map(({ id, name, host, question, place }) =>
    leaf(
      name,
      [...(place === undefined ? [] : [place]), ...(host === undefined ? [] : [`${say('host')}: ${nameOf(host)}`])],
      [
        ...(question === undefined ? [] : [leaf(question)]),
        ...cafe.handover
          .filter(({ table }) => table === id)
          .map(({ round, lines }) =>
            leaf(
              `${say('handed-on')} ${number(round)}`,
              [],
              lines.map((line) => leaf(line)),
            ),
          ),
      ],
    ),
  )
  const rounds = cafe.rounds.map((round, nth) =>
    leaf(
      `${say('round')} ${number(nth + 1)}`,
      [],
      round.map(({ table, host, travellers }) =>
        leaf(
          `${names.get(table) ?? '–'}: ${[...(host === undefined ? [] : [host]), ...travellers].map(nameOf).join(', ')}`,
        ),
      ),
    ),
  )
  const figures = cafe.figures as CafeFigures | undefined
  return [
    { title: say('cafe.tables'), lines: tables },
    { title: say('cafe.rounds'), lines: rounds },
    { title: say('cafe.figures'), lines: figures ? listFigures(figures, words) : [] },
  ]
}

const listFigures = (figures: CafeFigures, { say, number }: Words): readonly Outline[] => {
  const { pairs, repeats, bound, repeatCost, mostTogether, tablesVisited, revisits, sizeSpread, carried } = figures
  const { clientTables } = figures
  const { least, sum, travellers } = tablesVisited
  const part = ({ met, of }: { readonly met: number; readonly of: number }): string =>
    `${number(met)} ${say('of')} ${number(of)}`
  const line = (title: string, value: string, notes: readonly string[] = []): Outline =>
    leaf(`${title}: ${value}`, notes)
  return [
    line(say('cafe.pairs'), part(pairs)),
    line(say('cafe.repeats'), number(repeats), [
      `${say('cafe.cost')} ${number(repeatCost)}, ${say('cafe.at-least')} ${number(bound)}`,
    ]),
    line(say('cafe.most-together'), number(mostTogether)),
    line(say('cafe.visited'), number(travellers > 0 ? sum / travellers : 0), [
      `${say('cafe.at-least')} ${number(least)}`,
    ]),
    line(say('cafe.revisits'), number(revisits)),
    line(say('cafe.spread'), number(sizeSpread)),
    line(say('cafe.carried'), part(carried)),
    line(say('cafe.client-tables'), part(clientTables)),
  ]
}
