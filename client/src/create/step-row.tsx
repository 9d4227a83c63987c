import { GripVertical, SlidersHorizontal } from 'lucide-react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { IconButton } from '../ui/button.tsx'
import { joinClasses } from '../ui/classes.ts'
import { type PlannedStep, minutesOf, phasesOf, withMinuteMore } from '../agenda/agenda-plan.ts'
import { OrderButtons } from '../agenda/order-buttons.tsx'
import { MinutesStepper } from '../agenda/minutes-stepper.tsx'
import styles from './step-row.module.css'

/** One step of the agenda: what it is, how long, and its place. */
export const StepRow = ({
  step,
  index,
  count,
  isDragged,
  onChange,
  onMove,
  onOpen,
  onGrab,
}: {
  readonly step: PlannedStep
  readonly index: number
  readonly count: number
  readonly isDragged: boolean
  readonly onChange: (step: PlannedStep) => void
  /** Moves the step to another place, from 0. */
  readonly onMove: (to: number) => void
  readonly onOpen: () => void
  readonly onGrab: (event: PointerEvent<HTMLElement>) => void
}) => {
  const t = useText()
  const { name, icon: Icon, phases } = METHOD_VIEWS[step.kind]
  const title = step.title || t(name)
  const parts = phasesOf(step).map(({ key }) => phases[key]?.label)
  const key = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(index + (event.key === 'ArrowUp' ? -1 : 1))
  }
  const less = withMinuteMore(step, -1)
  const more = withMinuteMore(step, 1)
  return (
    // Alt with an arrow moves the step whichever of its buttons has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className={joinClasses(styles.row, isDragged && styles.dragged)} data-step={step.id} onKeyDown={key}>
      <span className={styles.grip} onPointerDown={onGrab} aria-hidden="true">
        <GripVertical size={18} />
      </span>
      <Icon size={20} strokeWidth={1.8} className={styles.icon} aria-hidden="true" />
      <button type="button" className={styles.words} onClick={onOpen} data-open>
        <span className={styles.title} dir="auto">
          {title}
        </span>
        <span className={styles.about}>
          {step.title ? `${t(name)}: ` : ''}
          {parts.length > 1
            ? parts.map((label) => (label ? t(label) : '')).join(' · ')
            : t(METHOD_VIEWS[step.kind].about)}
        </span>
      </button>
      <MinutesStepper
        label={title}
        value={minutesOf(step)}
        canLess={less !== undefined}
        canMore={more !== undefined}
        onLess={() => less && onChange(less)}
        onMore={() => more && onChange(more)}
      />
      <OrderButtons title={title} at={index} count={count} onMove={onMove} className={styles.order} />
      <IconButton label={t('agenda.options', { title })} onClick={onOpen}>
        <SlidersHorizontal size={18} aria-hidden="true" />
      </IconButton>
    </li>
  )
}
