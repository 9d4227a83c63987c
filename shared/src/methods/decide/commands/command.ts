import { type ItemId, type Refusal, asId, refusal } from '../../../kernel/index.ts'
import { isJudgeable } from '../../../board/index.ts'
import { type ActingMoment, defineWork } from '../../workings.ts'
import type { Owner } from '../action.ts'
import type { DecideSettings } from '../settings.ts'
import type { DecideWork } from '../state.ts'

export type DecideMoment = ActingMoment<DecideSettings>

export const define = defineWork<DecideWork, DecideSettings>()

export const PHASES = ['decide'] as const

/** Those who write the decision down: whoever decides, leads, or writes for others. */
export const steers = (person: Pick<DecideMoment, 'leads' | 'scribe' | 'decides'>): boolean =>
  person.leads || person.scribe || person.decides === true

/** Why an item can be neither decided on nor made an action: it is not there, or of a kind that nobody judges. */
const objectToItem = ({ item, isGroup }: Pick<DecideMoment, 'item' | 'isGroup'>, id: ItemId): Refusal | undefined => {
  const found = item(id)
  if (!found) return isGroup(asId(id)) ? undefined : refusal('unknown')
  if (!isJudgeable(found.kind)) return refusal('bad-input', { path: 'items' })
  return found.state === 'published' ? undefined : refusal('closed', { state: found.state })
}

/** The first objection to any of some items; those that stand in `known` already may stay. */
export const objectToItems = (
  moment: Pick<DecideMoment, 'item' | 'isGroup'>,
  items: readonly ItemId[] = [],
  known: readonly ItemId[] = [],
): Refusal | undefined => {
  for (const id of items) {
    const objection = known.includes(id) ? undefined : objectToItem(moment, id)
    if (objection) return objection
  }
  return undefined
}

/** Why somebody cannot own an action: they do not take part. */
export const objectToOwner = (
  { people }: Pick<DecideMoment, 'people'>,
  owner: Owner | undefined,
): Refusal | undefined => (owner && 'seat' in owner && !people.includes(owner.seat) ? refusal('unknown') : undefined)
