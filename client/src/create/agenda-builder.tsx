import type { StepId } from '@roundel/shared/kernel'
import type { MethodId } from '@roundel/shared/methods'
import { nanoid } from 'nanoid'
import { useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { AddStep } from '../agenda/add-step.tsx'
import { type PlannedStep, hasRoom, moveStep, planStep } from '../agenda/agenda-plan.ts'
import { StepRow } from './step-row.tsx'
import { StepSheet } from '../agenda/step-sheet.tsx'
import { useReorder } from '../agenda/use-reorder.ts'
import styles from './agenda-builder.module.css'

/** The agenda being planned: steps in order, each with its time. */
export const AgendaBuilder = ({
  agenda,
  onChange,
}: {
  readonly agenda: readonly PlannedStep[]
  readonly onChange: (agenda: readonly PlannedStep[]) => void
}) => {
  const t = useText()
  const announce = useAnnounce()
  const list = useRef<HTMLOListElement>(null)
  const [open, setOpen] = useState<StepId>()
  const [removed, setRemoved] = useState<{ readonly step: PlannedStep; readonly index: number }>()
  const [focusOn, setFocusOn] = useState<{ readonly step: StepId }>()
  const nameOf = (step: PlannedStep): string => step.title || t(METHOD_VIEWS[step.kind].name)

  const move = (from: number, to: number): void => {
    const step = agenda[from]
    if (!step || to < 0 || to >= agenda.length) return
    onChange(moveStep(agenda, from, to))
    announce(t('agenda.moved', { title: nameOf(step), place: to + 1, count: agenda.length }), 'assertive')
  }
  const { dragged, grab } = useReorder(list, move)
  const change = (step: PlannedStep): void => onChange(agenda.map((other) => (other.id === step.id ? step : other)))
  const add = (kind: MethodId): void => {
    const step = planStep(kind, nanoid(16))
    onChange([...agenda, step])
    setFocusOn({ step: step.id })
    announce(t('agenda.added', { title: nameOf(step) }))
  }
  const remove = (step: PlannedStep, index: number): void => {
    setOpen(undefined)
    setRemoved({ step, index })
    const rest = agenda.filter(({ id }) => id !== step.id)
    onChange(rest)
    const next = rest[Math.min(index, rest.length - 1)]
    if (next) setFocusOn({ step: next.id })
    announce(t('agenda.removed', { title: nameOf(step) }))
  }
  const bringBack = (): void => {
    if (!removed) return
    const { step, index } = removed
    onChange([...agenda.slice(0, index), step, ...agenda.slice(index)])
    setRemoved(undefined)
    setFocusOn({ step: step.id })
  }

  useLayoutEffect(() => {
    if (focusOn) list.current?.querySelector<HTMLElement>(`[data-step="${focusOn.step}"] [data-open]`)?.focus()
  }, [focusOn])

  const opened = agenda.findIndex(({ id }) => id === open)
  const step = agenda[opened]
  return (
    <section className={styles.section} aria-labelledby="agenda">
      <h2 id="agenda" className={styles.heading}>
        {t('agenda.heading')}
      </h2>
      <ol ref={list} className={styles.list}>
        {agenda.map((each, index) => (
          <StepRow
            key={each.id}
            step={each}
            index={index}
            count={agenda.length}
            isDragged={dragged === index}
            onChange={change}
            onMove={(to) => move(index, to)}
            onOpen={() => setOpen(each.id)}
            onGrab={(event) => grab(index, event)}
          />
        ))}
      </ol>
      <div className={styles.more}>
        {hasRoom(agenda) && <AddStep onAdd={add} />}
        {removed && hasRoom(agenda) && (
          <Button look="quiet" onClick={bringBack}>
            {t('agenda.bring-back', { title: nameOf(removed.step) })}
          </Button>
        )}
      </div>
      {step && (
        <StepSheet
          step={step}
          open={{
            words: true,
            minutes: true,
            promise: true,
            prompts: opened > 0,
            early: opened === 0,
            advances: true,
          }}
          onChange={change}
          onClose={() => setOpen(undefined)}
          acts={
            <>
              <Button aria-disabled={opened === 0 || undefined} onClick={() => move(opened, opened - 1)}>
                {t('agenda.move-up')}
              </Button>
              <Button
                aria-disabled={opened === agenda.length - 1 || undefined}
                onClick={() => move(opened, opened + 1)}
              >
                {t('agenda.move-down')}
              </Button>
              <Button
                look="danger"
                aria-disabled={agenda.length === 1 || undefined}
                onClick={() => agenda.length > 1 && remove(step, opened)}
              >
                {t('agenda.remove')}
              </Button>
            </>
          }
        />
      )}
    </section>
  )
}
