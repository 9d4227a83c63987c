import type { Item } from '@roundel/shared/board'
import { LIMITS, type StepId, cleanText } from '@roundel/shared/kernel'
import type { ActionView, DecideView } from '@roundel/shared/methods/decide'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { listPublished } from '../board/items.ts'
import { useDate, useText } from '../i18n/text.ts'
import { ActionForm } from '../methods/decide/action-form.tsx'
import { GivePanel } from '../methods/decide/give-panel.tsx'
import { useBoard, useNow, useRecords, useView } from '../sync/room-context.ts'
import { IconButton } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { EndedActions } from './ended-actions.tsx'
import styles from './ending.module.css'

const CorrectItem = ({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) => {
  const t = useText()
  const [text, setText] = useState(item.text)
  const clean = cleanText(text)
  return (
    <GivePanel
      title={t('ending.correct')}
      button={t('ending.correct-save')}
      command={clean ? { type: 'correct-item', item: item.id, text: clean } : undefined}
      onClose={onClose}
    >
      <TextArea
        label={t('ending.words')}
        rows={3}
        maxLength={LIMITS.ideaCharacters}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </GivePanel>
  )
}

const CorrectDecision = ({
  step,
  decision,
  onClose,
}: {
  readonly step: StepId
  readonly decision: DecideView['decision']
  readonly onClose: () => void
}) => {
  const t = useText()
  const [text, setText] = useState(decision.text)
  const [why, setWhy] = useState(decision.why)
  return (
    <GivePanel
      title={t('ending.correct')}
      button={t('ending.correct-save')}
      command={{ type: 'correct-decision', step, text: cleanText(text), why: cleanText(why) }}
      onClose={onClose}
    >
      <TextArea
        label={t('decide.decision')}
        rows={3}
        maxLength={LIMITS.decisionCharacters}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <TextArea
        label={t('decide.why')}
        rows={3}
        maxLength={LIMITS.decisionCharacters}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
    </GivePanel>
  )
}

type Open =
  | { readonly what: 'item'; readonly item: Item }
  | { readonly what: 'decision'; readonly step: StepId; readonly decision: DecideView['decision'] }
  | { readonly what: 'action'; readonly action: ActionView; readonly ideas: DecideView['decision']['chosen'] }

/** For those who lead, for some days after the end: the words of ideas, decisions and actions, and every action's link. */
export const Corrections = ({ decided }: { readonly decided: readonly (DecideView & { readonly step: StepId })[] }) => {
  const t = useText()
  const date = useDate()
  const now = useNow(false)
  const { session, people } = useView()
  const board = useBoard()
  const items = listPublished(useRecords<Item>(board?.items))
  const [open, setOpen] = useState<Open>()
  const until = (session.endedAt ?? 0) + LIMITS.correctionsMs
  const isTime = now < until
  const close = (): void => setOpen(undefined)
  const owners = people.filter(({ role }) => role !== 'observer' && role !== 'screen')
  return (
    <section className={styles.card} aria-label={t('ending.others')}>
      <h2 className={styles.heading}>{t('ending.others')}</h2>
      <p className={styles.small}>
        {isTime
          ? t('ending.correct-until', { day: date(until, { day: 'numeric', month: 'long' }) })
          : t('ending.correct-over')}
      </p>
      {decided.map((view) => (
        <div key={view.step} className={styles.part}>
          {isTime && view.decision.text && (
            <div className={`${styles.row} ${styles.withButton}`}>
              <p className={styles.text} dir="auto" translate="yes">
                {view.decision.text}
              </p>
              <IconButton
                label={t('ending.correct-of', { text: view.decision.text })}
                onClick={() => setOpen({ what: 'decision', step: view.step, decision: view.decision })}
              >
                <Pencil size={17} aria-hidden="true" />
              </IconButton>
            </div>
          )}
          <EndedActions
            actions={view.actions}
            {...(isTime && {
              onCorrect: (action: ActionView) => setOpen({ what: 'action', action, ideas: view.decision.chosen }),
            })}
          />
        </div>
      ))}
      {isTime && items.length > 0 && (
        <details className={styles.more}>
          <summary>{t('ending.correct-ideas')}</summary>
          <ul className={styles.rows}>
            {items.map((item) => (
              <li key={item.id} className={`${styles.row} ${styles.withButton}`}>
                <p className={styles.text} dir="auto" lang={item.lang} translate="yes">
                  {item.text}
                </p>
                <IconButton
                  label={t('ending.correct-of', { text: item.text })}
                  onClick={() => setOpen({ what: 'item', item })}
                >
                  <Pencil size={17} aria-hidden="true" />
                </IconButton>
              </li>
            ))}
          </ul>
        </details>
      )}
      {open?.what === 'item' && <CorrectItem item={open.item} onClose={close} />}
      {open?.what === 'decision' && <CorrectDecision step={open.step} decision={open.decision} onClose={close} />}
      {open?.what === 'action' && (
        <ActionForm
          title={t('ending.correct')}
          action={open.action}
          owner={'seat' in open.action.owner ? { seat: open.action.owner.seat } : open.action.owner}
          people={owners}
          ideas={open.ideas}
          toCommand={(fields) => ({ type: 'correct-action', action: open.action.id, ...fields })}
          onClose={close}
        />
      )}
    </section>
  )
}
