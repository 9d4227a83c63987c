import type { DraftItem, Item } from '@roundel/shared/board'
import type { ItemId, SeatId, StepId } from '@roundel/shared/kernel'
import { type OwnWhys, type WhyPhase, type WhysView, findCause } from '@roundel/shared/methods/five-whys'
import type { Person } from '@roundel/shared/session'
import { createContext, useContext, useMemo, useState } from 'react'
import { findOwn } from '../../board/items.ts'
import { useText } from '../../i18n/text.ts'
import { useBoard, useDraft, useRecords, useView } from '../../sync/room-context.ts'
import { useOwnWork, useWork } from '../use-work.ts'
import { hasUnsent } from '../../state/unsent-texts.ts'
import { answerPlace } from './answer-place.ts'

/** A run as this person sees it, what they look at in it, and what they may do. */
export interface Whys {
  readonly step: StepId
  /** Undefined where it is looked back at. */
  readonly phase: WhyPhase | undefined
  readonly tree: WhysView
  readonly supports: ReadonlySet<ItemId>
  readonly own: ReadonlySet<ItemId>
  readonly may: (command: string) => boolean
  readonly seat: SeatId
  readonly leads: boolean
  readonly steers: boolean
  readonly takesPart: boolean
  /** It is drawn for a whole room, where nobody can press anything. */
  readonly isScreen: boolean
  readonly people: readonly Person[]
  /** The cause that this person looks at; undefined for the problem. */
  readonly chosen: ItemId | undefined
  readonly choose: (cause: ItemId | undefined) => void
  readonly itemOf: (id: ItemId) => Item | undefined
  /** What an item says, or that it was hidden. */
  readonly say: (id: ItemId) => string
  /** What the problem is, in the words of the statement. */
  readonly problem: string
  /** How somebody is called; whoever is gone is called that. */
  readonly nameOf: (seat: SeatId) => string
}

const WhysContext = createContext<Whys | undefined>(undefined)

export const WhysProvider = WhysContext.Provider

export const useWhys = (): Whys => {
  const whys = useContext(WhysContext)
  if (!whys) throw new Error('outside of a run of Five Whys')
  return whys
}

/** Follows what everyone is turned to, unless an answer is being typed: then whoever types stays where they are. */
const useChosen = (step: StepId | undefined, tree: WhysView | undefined) => {
  const focus = tree?.focus
  const [at, setAt] = useState({ step, chosen: focus, focus })
  if (at.step !== step) setAt({ step, chosen: focus, focus })
  else if (at.focus !== focus) {
    const isTyping = step !== undefined && hasUnsent(answerPlace(step, at.chosen))
    setAt({ step, chosen: isTyping ? at.chosen : focus, focus })
  }
  const isThere = tree && at.chosen !== undefined && findCause(tree, at.chosen) !== undefined
  const choose = (chosen: ItemId | undefined): void => setAt({ step, chosen, focus })
  return [isThere ? at.chosen : undefined, choose] as const
}

const NOBODY: readonly ItemId[] = []

/** The run of the live step, or of one that is looked back at; undefined until it is there. */
export const useWhysModel = (past?: StepId): Whys | undefined => {
  const t = useText()
  const { me, step, people } = useView()
  const id = past ?? step?.id
  const tree = useWork<WhysView>(id)
  const own = useOwnWork<OwnWhys>()
  const items = useRecords<Item>(useBoard()?.items)
  const drafts = useRecords<DraftItem>(useDraft()?.items)
  const [chosen, choose] = useChosen(id, tree)
  const supported = past ? undefined : own?.supports
  const supports = useMemo(() => new Set(supported ?? NOBODY), [supported])
  const mine = useMemo(() => findOwn(items, drafts, me.seat), [items, drafts, me.seat])
  if (!id || !tree) return undefined
  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  const isNow = past === undefined
  return {
    step: id,
    phase: isNow ? (step?.phase as WhyPhase) : undefined,
    tree,
    supports,
    own: mine,
    may: (command) => isNow && me.can[command] === true,
    seat: me.seat,
    leads: isNow && leads,
    steers: isNow && (leads || me.flags.includes('scribe')),
    takesPart: isNow && (leads || me.role === 'participant'),
    isScreen: me.role === 'screen',
    people,
    chosen,
    choose,
    itemOf: (item) => items.get(item),
    say: (item) => {
      const found = items.get(item)
      if (!found) return '…'
      return found.state === 'hidden' ? t('whys.hidden-text') : found.text
    },
    problem: tree.problem.statement.what ?? '',
    nameOf: (seat) => people.find((person) => person.id === seat)?.name ?? t('whys.gone'),
  }
}
