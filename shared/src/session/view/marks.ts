import type { SeatId } from '../../kernel/index.ts'
import type { MarkType, Session } from '../session.ts'

/** Who has a mark of a type, each once, in the order in which they first gave it. */
export const listMarked = ({ marks }: Session, wanted: MarkType): readonly SeatId[] => [
  ...new Set(marks.flatMap(({ type, seat }) => (type === wanted ? [seat] : []))),
]
