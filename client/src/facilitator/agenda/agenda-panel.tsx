import type { StepId } from '@roundel/shared/kernel'
import { LIMITS } from '@roundel/shared/kernel'
import type { MethodId } from '@roundel/shared/methods'
import { nanoid } from 'nanoid'
import { useLayoutEffect, useRef, useState } from 'react'
import { AddStep } from '../../agenda/add-step.tsx'
import { type PlannedStep, planStep, stepBody } from '../../agenda/agenda-plan.ts'
import { useReorder } from '../../agenda/use-reorder.ts'
import { useText } from '../../i18n/text.ts'
import { useAgendaWords } from '../../methods/agenda-words.ts'
import type { CommandBody } from '../../sync/commands.ts'
import { useView } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { usePress } from '../use-press.ts'
import { EditSheet } from './edit-sheet.tsx'
import { RunningRow } from './running-row.tsx'
import { editableStep, openOf } from './running-step.ts'
import { StepActs } from './step-acts.tsx'
import { arrange } from './step-order.ts'
import { SwitchPanel } from './switch-panel.tsx'
import { TimeLine } from './time-line.tsx'
import { useStepOrder } from './use-step-order.ts'
import styles from './agenda-panel.module.css'

type Removed = { readonly step: PlannedStep; readonly before: StepId | undefined }

/** The agenda while the session is planned and runs, for those who lead: how it stands in time, and every change to it. */
export const AgendaPanel = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const announce = useAnnounce()
  const words = useAgendaWords()
  const { session, me } = useView()
  const { agenda } = session
  const list = useRef<HTMLOListElement>(null)
  // Moves wait for each other, and a sheet that goes tells what was changed on it.
  const { press, problem } = usePress({ isOnce: false })
  const [edited, setEdited] = useState<StepId>()
  const [isSwitching, setIsSwitching] = useState(false)
  const [where, setWhere] = useState<'next' | 'end'>('next')
  const [removed, setRemoved] = useState<Removed>()
  const [focusOn, setFocusOn] = useState<StepId>()

  const planned = agenda.filter(({ state }) => state === 'planned').map(({ id }) => id)
  const { order, show, drop, move } = useStepOrder(planned, async (step, before) =>
    Boolean(await press({ type: 'move-step', step, ...(before && { before }) })),
  )
  // Those that are still to come stand in the order of this person's own moves, the others where they are.
  const byId = new Map(agenda.map((entry) => [entry.id, entry]))
  const entries = arrange(agenda, order)
  const moveBy = (from: number, to: number): void => {
    const entry = byId.get(order[from] ?? ('' as StepId))
    if (!entry || to < 0 || to >= order.length) return
    move(from, to)
    announce(t('agenda.moved', { title: words(entry).title, place: to + 1, count: order.length }), 'assertive')
  }
  // Rows that cannot move stand among those that can, so places in the list are not places in the order.
  const orderAt = (row: number): number => order.indexOf(entries[row]?.id ?? ('' as StepId))
  const { dragged, grab } = useReorder(
    list,
    (from, to) => {
      const [start, end] = [orderAt(from), orderAt(to)]
      if (start >= 0 && end >= 0) show(start, end)
    },
    () => drop(),
  )

  const insert = async (step: PlannedStep, before: StepId | undefined): Promise<void> => {
    const done = await press({ type: 'insert-step', step: stepBody(step, 1), ...(before && { before }) })
    if (!done) return
    setFocusOn(step.id)
    announce(t('agenda.added', { title: words({ kind: step.kind, title: step.title }).title }))
  }
  const add = (kind: MethodId): void => {
    void insert(planStep(kind, nanoid(16)), where === 'next' ? order[0] : undefined)
  }
  const remove = async (id: StepId): Promise<void> => {
    const entry = byId.get(id)
    const step = entry && editableStep(entry)
    if (!step || !(await press({ type: 'remove-step', step: id }))) return
    const at = order.indexOf(id)
    setRemoved({ step, before: order[at + 1] })
    setFocusOn(order[at + 1] ?? order[at - 1])
    announce(t('agenda.removed', { title: words(entry).title }))
  }
  const bringBack = ({ step, before }: Removed): void => {
    setRemoved(undefined)
    void insert(step, before && order.includes(before) ? before : undefined)
  }
  // Whoever moves the room wants to see it, and the way back, which stands in the bar.
  const moveRoom = async (command: CommandBody): Promise<void> => {
    if (await press(command)) onClose()
  }
  const shown = entries.map(({ id }) => id).join(' ')
  useLayoutEffect(() => {
    const row = focusOn && list.current?.querySelector<HTMLElement>(`[data-step="${focusOn}"] [data-open]`)
    if (!row) return
    row.focus()
    setFocusOn(undefined)
  }, [focusOn, shown])

  const live = agenda.find(({ state }) => state === 'live')
  const entry = edited && byId.get(edited)
  const step = entry && editableStep(entry)
  return (
    <Panel title={t('agenda.heading')} place="wide" onClose={onClose}>
      {problem && <p>{problem}</p>}
      <TimeLine press={press} />
      {live?.plan?.notes && (
        <section className={styles.notes} aria-label={t('agenda.notes')}>
          <h3 className={styles.heading}>{t('agenda.notes')}</h3>
          <p dir="auto" translate="yes">
            {live.plan.notes}
          </p>
        </section>
      )}
      <ol ref={list} className={styles.list}>
        {entries.map((each, row) => {
          const at = order.indexOf(each.id)
          const mayMove = each.state === 'planned' && Boolean(me.can['move-step'])
          return (
            <RunningRow
              key={each.id}
              entry={each}
              place={
                mayMove
                  ? {
                      at,
                      count: order.length,
                      isDragged: dragged === row,
                      onMove: (to) => moveBy(at, to),
                      onGrab: (event) => grab(row, event),
                    }
                  : undefined
              }
              acts={(id) => (
                <StepActs
                  entry={each}
                  press={(command) => void press(command)}
                  onMove={(command) => void moveRoom(command)}
                  onEdit={() => setEdited(id)}
                  onSwitch={() => setIsSwitching(true)}
                  onRemove={() => void remove(id)}
                />
              )}
            />
          )
        })}
      </ol>
      <div className={styles.more}>
        {me.can['insert-step'] && agenda.length < LIMITS.agendaSteps && (
          <AddStep onAdd={add}>
            {order.length > 0 && (
              <Choice
                label={t('running.where')}
                options={[
                  { value: 'next', label: t('running.next') },
                  { value: 'end', label: t('running.last') },
                ]}
                value={where}
                onChange={setWhere}
              />
            )}
          </AddStep>
        )}
        {removed && (
          <Button look="quiet" onClick={() => bringBack(removed)}>
            {t('agenda.bring-back', { title: words(removed.step).title })}
          </Button>
        )}
      </div>
      {entry && step && (
        <EditSheet
          key={step.id}
          step={step}
          open={openOf(entry, agenda.indexOf(entry), session.state)}
          onEdit={(edit) => void press(edit)}
          onClose={() => setEdited(undefined)}
        />
      )}
      {isSwitching && <SwitchPanel onMove={moveRoom} onClose={() => setIsSwitching(false)} />}
    </Panel>
  )
}
