import type { Cluster, Item, Link } from '../board/index.ts'
import type { SeatId } from '../kernel/index.ts'
import type { Names, Session } from '../session/index.ts'
import type { Trails } from './trails.ts'

/** What a report is made from. */
export interface ReportSource {
  readonly session: Session
  /** What stands on the board for everybody: nothing that was withdrawn or hidden, nor what was merged into that. */
  readonly items: readonly Item[]
  readonly clusters: readonly Cluster[]
  readonly links: readonly Link[]
  /** Whose item it is, as the server knows. Asked only where names were shown. */
  readonly ownerOf: (item: Item) => SeatId | undefined
  /** What the other sessions of its workspace know of it; absent where it belongs to none. */
  readonly trails?: Trails
  /** Whether names are told at all. */
  readonly names: Names
  /** Server time, milliseconds. */
  readonly now: number
}
