import { type ItemId, LIMITS, type Random, type SeatId, drawSeed, seededNumber } from '../kernel/index.ts'
import { findStop } from './plan.ts'
import { isParticipating, listSeats } from './rights.ts'
import type { Reading, Seat, Session, Step } from './session.ts'

/** What tells a person which share of the items is theirs to read. */
export interface ReadingTurn {
  readonly seed: number
  /** From 0. Turns below `readers` cover everything; those from there on belong to people who came later. */
  readonly turn: number
  /** How many there were to read when the items were revealed. */
  readonly readers: number
}

/**
 * The items that are one person's to read, in the order in which to read them.
 *
 * Up to 80 items (`dealtAbove`) are everyone's. More are laid out on a circle, in an order that the seed decides, and
 * each turn reads on from a place of its own: the turns at the reveal begin in even distances, those of people who came
 * later begin halfway between two of them. With N items and R readers each share has max(20, ceil(2 N / R)) items, at
 * most N; all have as many. So with two readers or more every item is in the shares of two of them at least. One item
 * more or less takes at most two others from a share and brings at most two to it, and people who come later change
 * nobody's.
 */
export const readingShare = (items: readonly ItemId[], { seed, turn, readers }: ReadingTurn): readonly ItemId[] => {
  const count = items.length
  if (count <= LIMITS.dealtAbove) return items
  const circle = layOut(items, seed)
  const shares = Math.max(1, readers)
  const size = Math.min(count, Math.max(LIMITS.dealtReading, Math.ceil((2 * count) / shares)))
  const isLater = turn >= shares
  const start = Math.floor(((2 * (turn % shares) + (isLater ? 1 : 0)) * count) / (2 * shares))
  return [...circle.slice(start, start + size), ...circle.slice(0, Math.max(0, start + size - count))]
}

/** The items in an order that is random but for the seed, and in which one item more or less moves no other. */
const layOut = (items: readonly ItemId[], seed: number): readonly ItemId[] => {
  const placed = items.map((id) => ({ id, at: seededNumber(seed, id) }))
  placed.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
  return placed.map(({ id }) => id)
}

/** The session as its items are revealed: dealt anew among the participants who are here. */
export const dealReading = (session: Session, step: Step, random: Random): Session => {
  const turns = listSeats(session)
    .filter(isParticipating)
    .map(({ id }) => id)
  const reading: Reading = { step: step.id, seed: drawSeed(random), readers: turns.length, turns }
  return { ...session, reading }
}

/** The session with a turn for a participant who came after the reveal; the next one, and for good. */
export const takeTurn = (session: Session, seat: Seat): Session => {
  const { reading } = session
  if (!reading || !isParticipating(seat) || reading.turns.includes(seat.id)) return session
  return { ...session, reading: { ...reading, turns: [...reading.turns, seat.id] } }
}

/** A participant's turn where the phase deals what was revealed in its step; undefined for everybody who reads all of it. */
export const findTurn = (session: Session, seat: Seat): ReadingTurn | undefined => {
  const { reading } = session
  const stop = findStop(session)
  if (!reading || stop?.phase.deals !== 'reading' || stop.step.id !== reading.step || !isParticipating(seat)) {
    return undefined
  }
  const turn = turnOf(reading, seat.id)
  return turn < 0 ? undefined : { seed: reading.seed, turn, readers: reading.readers }
}

const turnOf = ({ turns }: Reading, seat: SeatId): number => turns.indexOf(seat)
