import type { CauseView, WhysView } from '@roundel/shared/methods/five-whys'
import type { SessionExport } from '../session-file.ts'
import { type Table, tableOf } from '../table.ts'
import { titleOfStep } from './items.ts'

interface Row {
  readonly step: string | undefined
  readonly cause: CauseView
}

/** Every cause that was found, with what is known of it. What was hidden is not told. */
export const tableCauses = ({ agenda, items, work }: SessionExport): Table => {
  const texts = new Map(items.map(({ id, text }) => [id, text]))
  const rows = agenda.flatMap((step): Row[] => {
    // What is kept of a step of this method is such a run: only that method makes it.
    const run = step.kind === 'five-whys' ? (work?.[step.id] as WhysView | undefined) : undefined
    return (run?.causes ?? []).flatMap((cause) => (texts.has(cause.item) ? [{ step: titleOfStep(step), cause }] : []))
  })
  const notes = ({ cause }: Row, supports: boolean): string =>
    cause.evidence
      .filter((note) => note.supports === supports)
      .flatMap(({ item }) => texts.get(item) ?? [])
      .join('; ')
  return tableOf('Causes', rows, [
    ['step', 'line', ({ step }) => step],
    ['depth', 'number', ({ cause }) => cause.depth],
    ['cause', 'text', ({ cause }) => texts.get(cause.item)],
    ['explains', 'text', ({ cause }) => cause.parent && texts.get(cause.parent)],
    ['evidence', 'word', ({ cause }) => cause.evidenceState],
    ['evidence_for', 'text', (row) => notes(row, true)],
    ['evidence_against', 'text', (row) => notes(row, false)],
    ['therefore', 'word', ({ cause }) => cause.link],
    ['control', 'word', ({ cause }) => cause.control],
    ['root', 'word', ({ cause }) => cause.root?.state],
    ['root_reason', 'text', ({ cause }) => cause.root?.reason],
    ['root_support', 'number', ({ cause }) => cause.root?.support],
    ['id', 'id', ({ cause }) => cause.item],
  ])
}
