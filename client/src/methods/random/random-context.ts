import type { Item, Link } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { type OwnRandom, type RandomView, listInspirations } from '@roundel/shared/methods/random'
import type { StepPart } from '@roundel/shared/session'
import { type Dispatch, type SetStateAction, createContext, useContext, useMemo } from 'react'
import { useBoard, useRecords, useView } from '../../sync/room-context.ts'
import { useOwnWork, useWork } from '../use-work.ts'
import { useCardText } from './deck-texts.ts'
import { type Things, sortThings } from './things.ts'

/** All that the parts of a step of random associations draw from. */
export interface RandomStep {
  readonly step: StepPart
  readonly work: RandomView
  /** Of a person who takes part, once cards are drawn. */
  readonly own: OwnRandom | undefined
  readonly takesPart: boolean
  readonly leads: boolean
  readonly items: ReadonlyMap<ItemId, Item>
  readonly links: readonly Link[]
  readonly things: Things
  /** What a thing is called: a card in the reader's language, anything else as it was written. */
  readonly nameOf: (id: ItemId) => string
  readonly inspirations: ReadonlyMap<ItemId, readonly ItemId[]>
  /** The card that one writes about. */
  readonly about: ItemId | undefined
  readonly setAbout: (card: ItemId) => void
  /** What one says led to the idea that one writes. */
  readonly sparks: readonly ItemId[]
  readonly setSparks: Dispatch<SetStateAction<readonly ItemId[]>>
  /** What one is about to connect. */
  readonly pair: Pair
  readonly setPair: Dispatch<SetStateAction<Pair>>
}

export interface Pair {
  readonly first?: ItemId | undefined
  readonly second?: ItemId | undefined
}

const RandomContext = createContext<RandomStep | undefined>(undefined)

export const RandomProvider = RandomContext.Provider

export const useRandom = (): RandomStep => {
  const step = useContext(RandomContext)
  if (!step) throw new Error('outside of random associations')
  return step
}

const NOTHING: readonly ItemId[] = []

/** What is the same for all parts of a step, worked out once. Undefined until the step has begun here. */
export const useRandomStep = ():
  | Omit<RandomStep, 'about' | 'setAbout' | 'sparks' | 'setSparks' | 'pair' | 'setPair'>
  | undefined => {
  const { step, me } = useView()
  const work = useWork<RandomView>()
  const own = useOwnWork<OwnRandom>()
  const board = useBoard()
  const items = useRecords<Item>(board?.items)
  const records = useRecords<Link>(board?.links)
  const cardText = useCardText()
  const links = useMemo(() => [...records.values()], [records])
  const inspirations = useMemo(() => listInspirations(links), [links])
  const id = step?.id
  const prompts = step?.prompts ?? NOTHING
  const things = useMemo(
    () => (id && work ? sortThings(items, links, id, work.stimuli, prompts) : undefined),
    [items, links, id, work, prompts],
  )
  const keys = useMemo(
    () => new Map([...(work?.stimuli ?? []), ...(own?.hand ?? [])].map(({ item, key }) => [item, key])),
    [work, own],
  )
  if (!step || !work || !things) return undefined
  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  return {
    step,
    work,
    own,
    leads,
    takesPart: leads || me.role === 'participant',
    items,
    links,
    things,
    inspirations,
    nameOf: (thing) => {
      const key = keys.get(thing)
      return key === undefined ? (items.get(thing)?.text ?? '') : cardText(work.deck, key).name
    },
  }
}
