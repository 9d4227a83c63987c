import { Check, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useList, useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { type PlannedStep, type Shortened, fitAgenda, totalOf } from '../agenda/agenda-plan.ts'
import styles from './total-line.module.css'

/** How long the agenda takes of the time there is; where it is too long, the offer to shorten it, and what that did. */
export const TotalLine = ({
  agenda,
  planned,
  onChange,
}: {
  readonly agenda: readonly PlannedStep[]
  readonly planned: number
  readonly onChange: (agenda: readonly PlannedStep[]) => void
}) => {
  const t = useText()
  const list = useList()
  const announce = useAnnounce()
  const [done, setDone] = useState<{
    readonly before: readonly PlannedStep[]
    readonly after: readonly PlannedStep[]
    readonly shortened: readonly Shortened[]
  }>()
  const total = totalOf(agenda)
  const over = total - planned
  const titleOf = (id: Shortened['id']): string => {
    const step = agenda.find((each) => each.id === id)
    return step ? step.title || t(METHOD_VIEWS[step.kind].name) : ''
  }
  const fit = (): void => {
    const { agenda: after, shortened } = fitAgenda(agenda, planned)
    setDone({ before: agenda, after, shortened })
    onChange(after)
    announce(t('agenda.fitted', { minutes: totalOf(after) }))
  }
  // What was done is told until somebody changes something else.
  const told = done && done.after === agenda ? done : undefined
  return (
    <div className={styles.total}>
      <p className={styles.line}>
        <span className={styles.sum}>{t('agenda.total', { total, planned })}</span>
        {over > 0 ? (
          <Chip tone="warn">
            <TriangleAlert size={15} aria-hidden="true" />
            {t('agenda.over', { minutes: over })}
          </Chip>
        ) : (
          <Chip tone="ok">
            <Check size={15} aria-hidden="true" />
            {t(over === 0 ? 'agenda.fits' : 'agenda.spare', { minutes: -over })}
          </Chip>
        )}
        {over > 0 && (
          <Button look="quiet" onClick={fit}>
            {t('agenda.fit', { minutes: planned })}
          </Button>
        )}
        {told && (
          <Button
            look="quiet"
            onClick={() => {
              onChange(told.before)
              setDone(undefined)
            }}
          >
            {t('action.undo')}
          </Button>
        )}
      </p>
      {told && told.shortened.length > 0 && (
        <p className={styles.told}>
          {list(told.shortened.map(({ id, from, to }) => t('agenda.shortened', { title: titleOf(id), from, to })))}
        </p>
      )}
    </div>
  )
}
