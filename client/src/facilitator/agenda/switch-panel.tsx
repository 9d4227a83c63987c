import { METHOD_IDS, type MethodId } from '@roundel/shared/methods'
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
import styles from './switch-panel.module.css'

/** What a switch would do, in words: what stays, what becomes input, and what authors are asked. */
const Foreseen = ({ kind, preview }: { readonly kind: MethodId; readonly preview: SwitchPreview }) => {
  const t = useText()
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
        {t(left === 'done' ? 'switch.left-done' : 'switch.left-skipped')}
      </dd>
    </dl>
  )
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
  const epoch = step?.epoch
  // Asked anew when the session moves on: what was foreseen then was foreseen of another step.
  // oxlint-disable-next-line react/exhaustive-deps
  const ask = useCallback(() => previewSwitch(room.id, kind), [room.id, kind, epoch])
  const [answer, again] = useAsked(ask)
  const change = async (): Promise<void> => {
    if (!step) return
    const expected = { step: step.id, epoch: step.epoch }
    await onMove({ type: 'switch-method', to: { kind }, expected })
  }
  return (
    <Panel title={t('switch.title')} onClose={onClose}>
      <div className={styles.switch}>
        <Choice
          label={t('switch.to')}
          options={METHOD_IDS.map((value) => ({ value, label: t(METHOD_VIEWS[value].name) }))}
          value={kind}
          onChange={setKind}
          hint={t(METHOD_VIEWS[kind].about)}
        />
        <div aria-live="polite" aria-busy={!answer}>
          {answer?.ok && <Foreseen kind={kind} preview={answer.value} />}
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
