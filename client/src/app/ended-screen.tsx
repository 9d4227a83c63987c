import type { ReactNode } from 'react'
import { Outcome } from '../board/outcome.tsx'
import type { StageParts } from '../methods/index.ts'
import { EndedHeader } from '../session/ended.tsx'

/** After the end: thanks, and everything that was made. */
export const EndedScreen = ({
  leads,
  frame,
}: {
  readonly leads: boolean
  readonly frame: (parts: StageParts) => ReactNode
}) => frame({ question: <EndedHeader leads={leads} />, room: <Outcome /> })
