import type { CafeFigures } from '@roundel/shared/methods/cafe'
import type { SessionExport } from './session-export.ts'
import type { Outline } from './whys-outline.ts'

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
export const outlineCafe = (cafe: Cafe, people: ReadonlyMap<string, string>): readonly Part[] => {
  const names = new Map(cafe.tables.map(({ id, name }) => [id, name]))
  // Whoever left since is not listed among the people any more.
  const nameOf = (seat: string): string => people.get(seat) ?? '-'
  const tables = cafe.tables.map(({ id, name, host, question, place }) =>
    leaf(
      name,
      [...(place === undefined ? [] : [place]), ...(host === undefined ? [] : [`host: ${nameOf(host)}`])],
      [
        ...(question === undefined ? [] : [leaf(question)]),
        ...cafe.handover
          .filter(({ table }) => table === id)
          .map(({ round, lines }) =>
            leaf(
              `handed on in round ${round}`,
              [],
              lines.map((line) => leaf(line)),
            ),
          ),
      ],
    ),
  )
  const rounds = cafe.rounds.map((round, nth) =>
    leaf(
      `round ${nth + 1}`,
      [],
      round.map(({ table, host, travellers }) =>
        leaf(
          `${names.get(table) ?? '-'}: ${[...(host === undefined ? [] : [host]), ...travellers].map(nameOf).join(', ')}`,
        ),
      ),
    ),
  )
  const figures = cafe.figures as CafeFigures | undefined
  return [
    { title: 'Tables', lines: tables },
    { title: 'Rounds', lines: rounds },
    { title: 'What it came to', lines: figures ? listFigures(figures) : [] },
  ]
}

const listFigures = (figures: CafeFigures): readonly Outline[] => {
  const { pairs, repeats, bound, repeatCost, mostTogether, tablesVisited, revisits, sizeSpread, carried } = figures
  const { least, sum, travellers } = tablesVisited
  const mean = travellers > 0 ? (sum / travellers).toFixed(1) : '0'
  return [
    leaf(`pairs that met: ${pairs.met} of ${pairs.of}`),
    leaf(`meetings beyond the first: ${repeats}`, [`cost ${repeatCost}, at least ${bound} whatever the plan`]),
    leaf(`most rounds that two shared: ${mostTogether}`),
    leaf(`tables visited by each: ${mean} on average, ${least} at least`),
    leaf(`returns to a table: ${revisits}`),
    leaf(`largest difference in size: ${sizeSpread}`),
    leaf(`ways between tables that somebody went: ${carried.met} of ${carried.of}`),
    leaf(`tables with somebody from the client: ${figures.clientTables.met} of ${figures.clientTables.of}`),
  ]
}
