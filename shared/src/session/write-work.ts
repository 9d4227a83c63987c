import { type DraftItem, type Item, placeAt, rankAt } from '../board/index.ts'
import {
  type ItemId,
  LIMITS,
  type Refusal,
  type Result,
  type SeatId,
  type TableId,
  asId,
  fail,
  ok,
  refusal,
} from '../kernel/index.ts'
import type { WorkWrite } from '../methods/index.ts'
import type { Circumstances, DocumentWrite } from './circumstances.ts'
import { publish } from './publish.ts'
import { findSeat } from './rights.ts'
import type { Session, Step } from './session.ts'

/**
 * What the server writes because of a change of workings. `seat` is whose command it follows from: the items that come are
 * theirs, unless they are nobody's or whoever's wrote another. Refuses with `too-many` where the board has no place for what somebody adds.
 */
export const writeWork = (
  session: Session,
  step: Step,
  writes: readonly WorkWrite[],
  seat: SeatId | undefined,
  circumstances: Circumstances,
): Result<readonly DocumentWrite[], Refusal> => {
  let count = circumstances.itemCount()
  const written: DocumentWrite[] = []
  for (const write of writes) {
    if (write.type !== 'add-item') {
      written.push(
        write.type === 'add-link'
          ? { type: 'add-link', link: { ...write.link, id: write.link.id ?? asId(circumstances.newId()) } }
          : write,
      )
      continue
    }
    const lang = write.lang ?? session.language
    // Whoever was forgotten meanwhile wrote nothing any more.
    const by = write.by === undefined || findSeat(session, write.by) ? write.by : undefined
    const named = write.as === undefined ? seat : circumstances.item(write.as)?.owner
    const writer = write.by === undefined ? named : by
    if (write.onCloth) {
      const item = makeItem(step, { ...write, lang }, circumstances.cloth(write.table ?? NO_TABLE).length)
      const signed = writer === undefined ? item : { ...item, author: writer }
      written.push({ type: 'add-item', item: signed, cloth: true, ...(writer !== undefined && { owner: writer }) })
      continue
    }
    if (write.nobodys || writer === undefined) {
      written.push({ type: 'add-item', item: makeItem(step, { ...write, lang }, count) })
    } else {
      if (count >= LIMITS.itemsPerBoard) return fail(refusal('too-many', { most: LIMITS.itemsPerBoard }))
      const draft: DraftItem = {
        id: asId(circumstances.newId()),
        kind: write.kind,
        step: step.id,
        text: write.text,
        lang,
        state: 'ready',
        ...fromTable(write),
      }
      written.push(...publish(session, step, { seat: writer, item: draft }, write.item, count))
    }
    count++
  }
  return ok(written)
}

/** No cloth is ever that of no table. */
const NO_TABLE: TableId = asId('')

const fromTable = ({ table, round }: Pick<Item, 'table' | 'round'>): Pick<Item, 'table' | 'round'> => ({
  ...(table !== undefined && { table }),
  ...(round !== undefined && { round }),
})

const makeItem = (
  step: Step,
  write: { readonly item: ItemId; readonly lang: string } & Pick<Item, 'kind' | 'text' | 'table' | 'round'>,
  index: number,
): Item => ({
  id: write.item,
  kind: write.kind,
  step: step.id,
  text: write.text,
  lang: write.lang,
  rank: rankAt(index),
  at: placeAt(index),
  state: 'published',
  ...fromTable(write),
})
