import { ChevronLeft, ChevronRight, CircleQuestionMark, Eye, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { IconButton } from '../ui/button.tsx'
import { joinClasses } from '../ui/classes.ts'
import { colourClass } from '../ui/colour.ts'
import { type PlannedStep, phasesOf } from '../agenda/agenda-plan.ts'
import styles from './preview.module.css'

/** What people do in a phase, as far as a picture can tell. */
const actOf = ({ policies }: ReturnType<typeof phasesOf>[number]): 'write' | 'read' | 'group' | 'listen' => {
  if (policies.add === 'private') return 'write'
  if (policies.add === 'open') return 'read'
  return policies.group === 'none' ? 'listen' : 'group'
}

/** What a participant's phone will show, phase by phase. A picture: nothing in it can be used, and nobody is read it. */
export const Preview = ({
  agenda,
  question,
}: {
  readonly agenda: readonly PlannedStep[]
  readonly question: string
}) => {
  const t = useText()
  const stops = agenda.flatMap((step) => phasesOf(step).map((phase) => ({ step, phase })))
  const [wished, setWished] = useState(() =>
    Math.max(
      0,
      stops.findIndex(({ phase }) => actOf(phase) === 'write'),
    ),
  )
  const at = Math.min(wished, stops.length - 1)
  const stop = stops[at]
  if (!stop) return null
  const { step, phase } = stop
  const method = METHOD_VIEWS[step.kind]
  const where = `${step.title || t(method.name)}`
  const phaseName = method.phases[phase.key]?.label
  const act = actOf(phase)
  return (
    <aside className={styles.preview} aria-label={t('create.preview')}>
      <div className={styles.caption}>
        <IconButton
          label={t('create.preview-back')}
          aria-disabled={at === 0 || undefined}
          onClick={() => setWished(Math.max(0, at - 1))}
        >
          <ChevronLeft size={20} className={styles.chevron} aria-hidden="true" />
        </IconButton>
        <p aria-live="polite">
          <span className={styles.what}>{t('create.preview')}</span>
          <span className={styles.stop}>
            {phaseName && phasesOf(step).length > 1 ? t('top.where', { step: where, phase: t(phaseName) }) : where}
          </span>
        </p>
        <IconButton
          label={t('create.preview-on')}
          aria-disabled={at === stops.length - 1 || undefined}
          onClick={() => setWished(Math.min(stops.length - 1, at + 1))}
        >
          <ChevronRight size={20} className={styles.chevron} aria-hidden="true" />
        </IconButton>
      </div>
      <div className={joinClasses(styles.phone, colourClass('lemon'))} aria-hidden="true">
        <div className={styles.top}>
          <span className={styles.marks}>
            {agenda.slice(0, 8).map(({ id }) => (
              <span key={id} className={joinClasses(styles.mark, id === step.id && styles.now)} />
            ))}
          </span>
          <span className={styles.where}>{where}</span>
        </div>
        <p className={styles.question} dir="auto">
          {step.question || question}
        </p>
        {act === 'write' && (
          <div className={styles.composer}>
            <div className={styles.note}>{t('composer.placeholder')}</div>
            <div className={styles.add}>
              <Plus size={15} />
              {t('composer.add')}
            </div>
          </div>
        )}
        {act === 'write' && <p className={styles.hint}>{t('own.private')}</p>}
        {act === 'read' && <div className={styles.notes}>{[3, 2, 3, 1, 2, 3].map(drawNote)}</div>}
        {act === 'group' && (
          <div className={styles.groups}>
            {[2, 3].map((notes, nth) => (
              <div key={nth} className={styles.group}>
                {Array.from({ length: notes }, (_, note) => drawNote(1 + (note % 2), note))}
              </div>
            ))}
          </div>
        )}
        {act === 'listen' && (
          <div className={styles.listen}>
            <method.icon size={56} strokeWidth={1.4} />
          </div>
        )}
        <div className={styles.tabs}>
          <span className={joinClasses(act === 'write' && styles.present)}>
            <Pencil size={15} />
            {t('tab.write')}
          </span>
          <span className={joinClasses(act !== 'write' && styles.present)}>
            <Eye size={15} />
            {t('tab.room')}
          </span>
          <span>
            <CircleQuestionMark size={15} />
            {t('help.title')}
          </span>
        </div>
      </div>
    </aside>
  )
}

/** A note with so many lines of writing that nobody can read. */
const drawNote = (lines: number, key: number) => (
  <span key={key} className={styles.small}>
    {Array.from({ length: lines }, (_, line) => (
      <i key={line} />
    ))}
  </span>
)
