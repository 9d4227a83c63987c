import type { ItemId } from '@roundel/shared/kernel'
import { METHOD_IDS, type MethodId, methodOf } from '@roundel/shared/methods'
import type { SwitchPreview } from '@roundel/shared/session'
import { ArrowRight } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { METHOD_VIEWS } from '../../methods/index.ts'
import { previewSwitch } from '../../sync/api.ts'
import type { CommandBody } from '../../sync/commands.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useRoom, useView } from '../../sync/room-context.ts'
import { useAsked } from '../../sync/use-asked.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { BeginFrom } from './begin-from.tsx'
import styles from './switch-panel.module.css'

/** Methods whose question is the problem itself: what a chosen group is called becomes it. */
const ASKS_OF_GROUP: ReadonlySet<string> = new Set(['five-whys'])

/** What a switch would do, in words: what stays, what becomes input, and what authors are asked. */
const Foreseen = ({ kind, preview }: { readonly kind: MethodId; readonly preview: SwitchPreview }) => {
  const t = useText()
  const { step } = useView()
  const { left, phase, minutes, stays, input, asks } = preview
  const begins = METHOD_VIEWS[kind].phases[phase]
  return (
    <dl className={styles.foreseen}>
      <dt>{t('switch.stays')}</dt>
      <dd>{t('switch.stays-what', { ideas: stays.items, groups: stays.clusters })}</dd>
      <dt>{t('switch.input')}</dt>
      <dd>{t('switch.input-what', { ideas: input.items })}</dd>
      <dt>{t('switch.asked')}</dt>
      <dd>{t('switch.asked-what', { ideas: asks.items, people: asks.people })}</dd>
      <dt>{t('switch.then')}</dt>
      <dd>
        {begins && t('switch.begins', { phase: t(begins.label), minutes })}{' '}
        {t(step?.names === 'shown' ? 'switch.names-shown' : 'switch.names-hidden')}{' '}
        {t(left === 'done' ? 'switch.left-done' : 'switch.left-skipped')}
      </dd>
    </dl>
  )
}

/** What was chosen for one method to begin from; nothing while what is brought stands. */
interface Chosen {
  readonly items: readonly ItemId[]
  /** What the group is called that was chosen. */
  readonly name?: string
}

/** Another method in the middle of a step: choose it, read what would happen, press once. */
export const SwitchPanel = ({
  onMove,
  onClose,
}: {
  /** Gives the command that changes the method for everybody. */
  readonly onMove: (command: CommandBody) => Promise<void>
  readonly onClose: () => void
}) => {
  const t = useText()
  const room = useRoom()
  const { step } = useView()
  const [kind, setKind] = useState<MethodId>(() => METHOD_IDS.find((id) => id !== step?.kind) ?? 'brainstorm')
  const [earlier, setEarlier] = useState<'shown' | 'hidden'>('shown')
  const [chosen, setChosen] = useState<Chosen>()
  const { takesOver, prompts } = methodOf(kind)
  const canHide = Object.hasOwn(takesOver, 'earlier')
  const isHidden = canHide && earlier === 'hidden'
  const epoch = step?.epoch
  const ask = useCallback(
    () => previewSwitch(room.id, kind, isHidden ? { earlier: [] } : undefined),
    // Asked anew when the session moves on: what was foreseen then was foreseen of another step.
    // oxlint-disable-next-line react/exhaustive-deps
    [room.id, kind, isHidden, epoch],
  )
  const [answer, again] = useAsked(ask)
  const preview = answer?.ok ? answer.value : undefined
  const items = chosen?.items ?? preview?.prompts?.brought ?? []
  const question = ASKS_OF_GROUP.has(kind) ? chosen?.name : undefined
  const choose = (to: MethodId): void => {
    setKind(to)
    setChosen(undefined)
  }
  const change = async (): Promise<void> => {
    if (!step) return
    const expected = { step: step.id, epoch: step.epoch }
    const to = {
      kind,
      ...(isHidden && { settings: { earlier: [] } }),
      ...(prompts && items.length > 0 && { prompts: [...items] }),
      ...(question && { question }),
    }
    await onMove({ type: 'switch-method', to, expected })
  }
  return (
    <Panel title={t('switch.title')} onClose={onClose}>
      <div className={styles.switch}>
        <Choice
          label={t('switch.to')}
          options={METHOD_IDS.map((value) => ({ value, label: t(METHOD_VIEWS[value].name) }))}
          value={kind}
          onChange={choose}
          hint={t(METHOD_VIEWS[kind].about)}
        />
        {canHide && (
          <Choice
            label={t('switch.earlier')}
            options={[
              { value: 'shown', label: t('switch.earlier-shown') },
              { value: 'hidden', label: t('switch.earlier-hidden') },
            ]}
            value={earlier}
            onChange={setEarlier}
            hint={t(isHidden ? 'switch.earlier-hidden-about' : 'switch.earlier-shown-about')}
          />
        )}
        {prompts && (
          <BeginFrom
            key={kind}
            prompts={prompts}
            chosen={items}
            onChoose={(wanted) => setChosen({ items: wanted })}
            onGroup={(wanted, name) => setChosen({ items: wanted, name })}
          />
        )}
        {question && <p className={styles.hint}>{t('begin.question', { question })}</p>}
        <div aria-live="polite" aria-busy={!answer}>
          {preview && <Foreseen kind={kind} preview={preview} />}
          {answer && !answer.ok && (
            <p>
              {t(PROBLEM_TEXTS[answer.error.code])} <Button onClick={again}>{t('action.try-again')}</Button>
            </p>
          )}
        </div>
        <Button look="primary" wide disabled={!answer?.ok} onClick={() => void change()}>
          {t('switch.press', { method: t(METHOD_VIEWS[kind].name) })}
          <ArrowRight className={styles.mirrored} size={18} aria-hidden="true" />
        </Button>
        <p className={styles.hint}>{t('switch.undo')}</p>
      </div>
    </Panel>
  )
}
