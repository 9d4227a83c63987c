import type { DecideView } from '@roundel/shared/methods/decide'
import { MoreTexts } from '../i18n/texts.tsx'
import { DecideSummary } from '../methods/decide/summary.tsx'
import { useView } from '../sync/room-context.ts'
import { Corrections } from './corrections.tsx'
import styles from './ending.module.css'
import { LateIdeas } from './late-ideas.tsx'
import { OwnThings } from './own-things.tsx'
import { ENDING_TEXTS } from './texts.ts'

/** What every step that decides came to, in the order of the agenda. */
const useDecided = () => {
  const { session, work } = useView()
  return session.agenda.flatMap(({ id, kind }) => {
    const view = kind === 'decide' ? (work?.[id]?.data as DecideView | undefined) : undefined
    return view ? [{ ...view, step: id }] : []
  })
}

/** What comes after the end: what was decided, what is one's own, and for those who lead what can still be put right. */
export const AfterEnd = ({ leads }: { readonly leads: boolean }) => {
  const decided = useDecided()
  const { me } = useView()
  const takesPart = leads || me.role === 'participant'
  return (
    <MoreTexts from={ENDING_TEXTS}>
      <div className={decided.length > 0 ? styles.two : styles.ending}>
        {decided.length > 0 && (
          <div className={styles.column}>
            {decided.map((view) => (
              <DecideSummary key={view.step} view={view} />
            ))}
          </div>
        )}
        <div className={styles.column}>
          {takesPart && <OwnThings decided={decided} leads={leads} />}
          {takesPart && <LateIdeas leads={leads} />}
          {leads && <Corrections decided={decided} />}
        </div>
      </div>
    </MoreTexts>
  )
}
