import { PROBLEM_FIELDS, type CauseView, type WhysView, childrenOf } from '@roundel/shared/methods/five-whys'
import type { TrailRefuted, Trails } from '@roundel/shared/report'
import { readQuarter } from '@roundel/shared/workspace'
import type { Words } from './words.ts'

/** A line of a report, with the lines that stand beneath it. */
export interface Outline {
  readonly text: string
  /** What is said about it, after the text. */
  readonly notes: readonly string[]
  readonly below: readonly Outline[]
}

/** A run of Five Whys as it is read: its problem, its causes as an indented list, and its roots with their ideas. */
export interface WhysOutline {
  readonly problem: readonly Outline[]
  readonly causes: readonly Outline[]
  readonly roots: readonly Outline[]
  /** The items that stand in it, so that no list names them again. */
  readonly items: ReadonlySet<string>
}

const leaf = (text: string, notes: readonly string[] = []): Outline => ({ text, notes, below: [] })

const notesOf = ({ evidenceState, link, control, root }: CauseView, { say }: Words): readonly string[] => [
  say(`proof.${evidenceState}`),
  ...(link === 'untested' ? [] : [say(`therefore.${link}`)]),
  ...(control ? [`${say('control')}: ${say(`control.${control}`)}`] : []),
  ...(root ? [`${say('root')}: ${say(`root.${root.state}`)}`] : []),
  ...(root?.reason ? [`${say('reason')}: ${root.reason}`] : []),
]

/** That a later result said of a cause that it was none, and where, as far as the reader may know. */
const sayRefuted = (refuted: TrailRefuted | undefined, { say, digits }: Words): readonly string[] => {
  if (!refuted) return []
  const { title, quarter } = refuted
  if (title === undefined || quarter === undefined) return [say('refuted-later')]
  const { year, number } = readQuarter(quarter)
  return [`${say('refuted-later')}: \u2068${title}\u2069, ${digits(year)}, ${say('quarter')} ${digits(number)}`]
}

/** Reads a run out of what an export keeps of a step. `textOf` answers undefined for what the reader may not see. */
export const outlineWhys = (
  run: WhysView,
  textOf: (item: string) => string | undefined,
  words: Words,
  refuted: Trails['refuted'] = new Map(),
): WhysOutline => {
  const { statement, accepted, sources } = run.problem
  const { say } = words
  const read = (item: string): string => textOf(item) ?? say('hidden-text')
  const outline = (cause: CauseView): Outline => ({
    text: read(cause.item),
    notes: [...notesOf(cause, words), ...sayRefuted(refuted.get(cause.item), words)],
    below: [
      ...cause.evidence.map(({ item, kind, supports, source }) =>
        leaf(read(item), [
          say(supports ? 'evidence.for' : 'evidence.against'),
          say(`evidence.${kind}`),
          ...(source ? [`${say('source')}: ${source}`] : []),
        ]),
      ),
      ...run.checks
        .filter((check) => check.cause === cause.item)
        .map(({ question, due, result }) =>
          leaf(
            question,
            result
              ? [`${say('checked')}: ${say(`finding.${result.finding}`)}`, result.text]
              : [`${say('to-check')} ${due}`],
          ),
        ),
      ...run.same
        .flatMap((pair) => (pair.cause === cause.item ? [pair.as] : pair.as === cause.item ? [pair.cause] : []))
        .map((other) => leaf(read(other), [say('same-cause')])),
      ...childrenOf(run, cause.item).map(outline),
    ],
  })
  const roots = run.causes.filter(({ root }) => root && root.state !== 'rejected')
  const ideasOf = (root: string) =>
    run.countermeasures.filter(({ item, addresses }) => addresses.includes(root as CauseView['item']) && textOf(item))
  return {
    problem: [
      ...PROBLEM_FIELDS.flatMap((field) => {
        const said = statement[field]
        return said === undefined
          ? []
          : [leaf(said, [say(`field.${field}`), ...(field === 'what' && !accepted ? [say('not-accepted')] : [])])]
      }),
      ...sources.flatMap((item) => (textOf(item) ? [leaf(read(item), [say('fact')])] : [])),
    ],
    causes: childrenOf(run).map(outline),
    roots: roots
      .toSorted((one, other) => Number(other.root?.state === 'confirmed') - Number(one.root?.state === 'confirmed'))
      .map((cause) => ({
        text: read(cause.item),
        notes: cause.root ? [say(`root.${cause.root.state}`)] : [],
        below: ideasOf(cause.item).map(({ item }) => leaf(read(item))),
      })),
    items: new Set([
      ...run.causes.flatMap(({ item, evidence }) => [item, ...evidence.map((note) => note.item)]),
      ...roots.flatMap(({ item }) => ideasOf(item).map((idea) => idea.item)),
    ]),
  }
}
