import type { ReactNode } from 'react'
import { LateDrafts } from '../board/late-drafts.tsx'
import { Outcome } from '../board/outcome.tsx'
import { useLeftOver } from '../board/use-left-over.ts'
import { AfterEnd } from '../ending/after-end.tsx'
import type { StageParts } from '../methods/index.ts'
import { EndedHeader } from '../session/ended.tsx'
import styles from './ended-screen.module.css'

/** After the end: thanks, everything that was made, and what one wrote that did not make it. */
export const EndedScreen = ({
  leads,
  frame,
}: {
  readonly leads: boolean
  readonly frame: (parts: StageParts) => ReactNode
}) => {
  const left = useLeftOver()
  const isAsked = left && left.leftOver.asked.length > 0
  return frame({
    question: <EndedHeader leads={leads} />,
    side: isAsked && <LateDrafts {...left} />,
    room: (
      <div className={styles.ended}>
        <AfterEnd leads={leads} />
        <Outcome />
      </div>
    ),
  })
}
