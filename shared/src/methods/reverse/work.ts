import type { ItemId, SeatId } from '../../kernel/index.ts'
import type { ActingMoment, WorkChange, WorkWrite } from '../workings.ts'
import { defineWork } from '../workings.ts'
import type { Admitted } from './admissions.ts'
import type { Turn } from './question.ts'
import type { ReverseSettings } from './settings.ts'

/** The turned question that was chosen: one of the three, or one in words of one's own. */
export type Asked = { readonly turn: Turn } | { readonly text: string }

/** A turned question that somebody proposes. */
export interface Proposal {
  readonly id: string
  readonly seat: SeatId
  readonly text: string
}

/** An idea that was there, and what somebody says it turns round. */
export interface ReadyTurning {
  readonly seat: SeatId
  readonly idea: ItemId
  readonly item: ItemId
}

/** What a run of reverse brainstorming keeps besides items and links. */
export interface ReverseWork {
  /** Absent while nobody chose: then the settings say what is asked. */
  readonly asked?: Asked
  readonly proposals: readonly Proposal[]
  /** Who says of which negative idea that it is done already. Leaves as numbers alone. */
  readonly admitted: Admitted
  /** Decides the order of dealing. */
  readonly seed: number
  /** How many negative ideas each person is dealt; 0 before turning round began for the first time. */
  readonly share: number
  /** What people have before them, and until when nobody else is dealt it, server time. */
  readonly leases: readonly { readonly seat: SeatId; readonly item: ItemId; readonly until: number }[]
  /** How many each person was dealt so far. */
  readonly dealt: Readonly<Record<SeatId, number>>
  /** For whom nothing was left. */
  readonly free: readonly SeatId[]
  readonly passed: readonly { readonly seat: SeatId; readonly item: ItemId }[]
  /** Negative ideas that need no inversion. */
  readonly aside: readonly ItemId[]
  /** Negative ideas that were a solution already, and the ideas that they became. */
  readonly solutions: Readonly<Record<ItemId, ItemId>>
  readonly turned: readonly ReadyTurning[]
}

/** A run that begins. */
export const newWork = (seed: number): ReverseWork => ({
  proposals: [],
  admitted: {},
  seed,
  share: 0,
  leases: [],
  dealt: {},
  free: [],
  passed: [],
  aside: [],
  solutions: {},
  turned: [],
})

export type ReverseMoment = ActingMoment<ReverseSettings>

/** Closes over the fields of a command of this method. */
export const defineReverse = defineWork<ReverseWork, ReverseSettings>()

/** Whoever leads, and nobody else. */
export const onlyLeading = ({ leads }: Pick<ReverseMoment, 'leads'>): boolean => leads

/** The next state, what the board has to hold, and the item that it is about. */
export const changeTo = (
  state: ReverseWork,
  writes: readonly WorkWrite[] = [],
  item?: ItemId,
): { readonly ok: true; readonly value: WorkChange<ReverseWork> } => ({
  ok: true,
  value: { state, writes, ...(item !== undefined && { item }) },
})

/** The record without a key. */
export const without = <Value>(
  record: Readonly<Record<string, Value>>,
  gone: string,
): Readonly<Record<string, Value>> => Object.fromEntries(Object.entries(record).filter(([key]) => key !== gone))
