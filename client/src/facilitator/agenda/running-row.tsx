import type { StepId } from '@roundel/shared/kernel'
import { Ellipsis, GripVertical } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import { STATE_ICONS } from '../../agenda/state-icons.ts'
import { OrderButtons } from '../../agenda/order-buttons.tsx'
import { WayMark } from '../../agenda/way-mark.tsx'
import type { MessageKey } from '../../i18n/message-key.ts'
import { useText } from '../../i18n/text.ts'
import { useAgendaWords } from '../../methods/agenda-words.ts'
import { useNow } from '../../sync/room-context.ts'
import { IconButton } from '../../ui/button.tsx'
import { joinClasses } from '../../ui/classes.ts'
import { type Entry, realMinutes } from './running-step.ts'
import styles from './running-row.module.css'

const STATES = {
  done: 'running.done',
  live: 'running.live',
  planned: 'running.planned',
  skipped: 'running.skipped',
} as const satisfies Readonly<Record<Entry['state'], MessageKey>>

/** The place of a step among those that can still change places, from 0. */
export interface Place {
  readonly at: number
  readonly count: number
  readonly isDragged: boolean
  readonly onMove: (to: number) => void
  readonly onGrab: (event: PointerEvent<HTMLElement>) => void
}

/** One step of a running agenda: what it is, how it stands, its time, and what can be done about it. */
export const RunningRow = ({
  entry,
  place,
  acts,
}: {
  readonly entry: Entry
  /** For steps that are still to come. */
  readonly place: Place | undefined
  /** Buttons for what can be done; `close` puts them away. */
  readonly acts: (step: StepId) => ReactNode
}) => {
  const t = useText()
  const { title, icon: Icon } = useAgendaWords()(entry)
  const now = useNow(entry.state === 'live')
  const [isOpen, setIsOpen] = useState(false)
  const StateIcon = STATE_ICONS[entry.state]
  const real = realMinutes(entry, now)
  const planned = entry.plan?.planned
  const key = (event: KeyboardEvent): void => {
    if (!place || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    place.onMove(place.at + (event.key === 'ArrowUp' ? -1 : 1))
  }
  return (
    // Alt with an arrow moves the step whichever of its buttons has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={joinClasses(styles.row, styles[entry.state], place?.isDragged && styles.dragged)}
      data-step={entry.id}
      data-planned={place ? '' : undefined}
      aria-current={entry.state === 'live' ? 'step' : undefined}
      onKeyDown={key}
    >
      <span className={styles.grip} onPointerDown={place?.onGrab} aria-hidden="true">
        {place && <GripVertical size={18} />}
      </span>
      <Icon size={20} strokeWidth={1.8} className={styles.icon} aria-hidden="true" />
      <div className={styles.words}>
        <span className={styles.title} dir="auto" translate={entry.title ? 'yes' : 'no'}>
          {title}
        </span>
        <span className={styles.about}>
          <StateIcon size={14} aria-hidden="true" />
          <span>{t(STATES[entry.state])}</span>
          <span>
            {real === undefined
              ? t('unit.minutes', { minutes: entry.minutes })
              : t('running.real', { minutes: entry.minutes, real })}
          </span>
          <WayMark kind={entry.kind} />
          {planned !== undefined && planned !== entry.minutes && <s>{t('unit.minutes', { minutes: planned })}</s>}
        </span>
      </div>
      {place && (
        <OrderButtons title={title} at={place.at} count={place.count} onMove={place.onMove} className={styles.order} />
      )}
      <IconButton
        label={t('running.acts', { title })}
        aria-expanded={isOpen}
        data-open=""
        onClick={() => setIsOpen(!isOpen)}
      >
        <Ellipsis size={20} aria-hidden="true" />
      </IconButton>
      {isOpen && <div className={styles.acts}>{acts(entry.id)}</div>}
    </li>
  )
}
