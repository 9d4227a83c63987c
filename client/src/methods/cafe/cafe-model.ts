import type { SeatId, StepId, TableId } from '@roundel/shared/kernel'
import { type CafeView, type LeadView, type OwnCafe, isMove, isRound } from '@roundel/shared/methods/cafe'
import type { MePart, Person, StepPart } from '@roundel/shared/session'
import { createContext, useContext } from 'react'
import { useText } from '../../i18n/text.ts'
import { useView } from '../../sync/room-context.ts'
import { useOwnWork, useWork } from '../use-work.ts'
import type { Sitter } from './sitter.ts'
import { type TableLook, looksOf } from './table-look.ts'

/** A café as this person sees it, and what they may do in it. */
export interface Cafe {
  readonly id: StepId
  readonly step: StepPart
  readonly phase: string
  readonly view: CafeView
  /** What only this person knows; undefined for those who sit at no table. */
  readonly own: OwnCafe | undefined
  readonly lead: LeadView | undefined
  readonly me: MePart
  readonly leads: boolean
  readonly takesPart: boolean
  /** It is drawn for a whole room, where nobody can press anything. */
  readonly isScreen: boolean
  readonly isInRound: boolean
  readonly isMoving: boolean
  readonly people: readonly Person[]
  /** Every table as it stands now. */
  readonly tables: readonly TableLook[]
  readonly tableOf: (table: TableId | undefined) => TableLook | undefined
  readonly sitterOf: (seat: SeatId, more?: Partial<Sitter>) => Sitter
  readonly may: (command: string) => boolean
}

const CafeContext = createContext<Cafe | undefined>(undefined)

export const CafeProvider = CafeContext.Provider

export const useCafe = (): Cafe => {
  const cafe = useContext(CafeContext)
  if (!cafe) throw new Error('outside of a café')
  return cafe
}

/** The café of the live step; undefined until it is there. */
export const useCafeModel = (): Cafe | undefined => {
  const t = useText()
  const { me, step, people } = useView()
  const view = useWork<CafeView>()
  const own = useOwnWork<OwnCafe>()
  if (!step || !view) return undefined
  const byId = new Map(people.map((person) => [person.id, person]))
  const unmet = new Set(own?.unmet)
  const sitterOf: Cafe['sitterOf'] = (seat, more) => {
    const person = byId.get(seat)
    return {
      id: seat,
      name: person?.name ?? t('cafe.somebody-gone'),
      colour: person?.colour ?? 'stone',
      isHost: view.places[seat]?.role === 'host',
      ...(unmet.has(seat) && { isNew: true }),
      ...more,
    }
  }
  const tables = looksOf(t, view, sitterOf)
  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  return {
    id: step.id,
    step,
    phase: step.phase,
    view,
    own,
    lead: view.lead,
    me,
    leads,
    takesPart: me.role === 'participant',
    isScreen: me.role === 'screen',
    isInRound: isRound(step.phase),
    isMoving: isMove(step.phase),
    people,
    tables,
    tableOf: (id) => tables.find((table) => table.id === id),
    sitterOf,
    may: (command) => me.can[command] === true,
  }
}
