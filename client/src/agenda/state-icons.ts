import type { SessionPart } from '@roundel/shared/session'
import { Circle, CircleCheck, CircleDot, CircleSlash, type LucideIcon } from 'lucide-react'

/** How a step of an agenda stands, as a mark beside the word. */
export const STATE_ICONS: Readonly<Record<SessionPart['agenda'][number]['state'], LucideIcon>> = {
  done: CircleCheck,
  live: CircleDot,
  planned: Circle,
  skipped: CircleSlash,
}
