import { LIMITS, cleanLine } from '@roundel/shared/kernel'
import { type CauseView, isPruned } from '@roundel/shared/methods/five-whys'
import { Check, Sprout } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { FormPanel } from './form-panel.tsx'
import { useWhys } from './model.ts'
import { Quoted } from './quoted.tsx'
import { StateChip } from './state-chip.tsx'
import { usePress } from './use-give.ts'
import styles from './whys.module.css'
import { LACK_WORDS, ROOT_WORDS } from './words.ts'

const Lacks = ({ lacks }: Pick<CauseView, 'lacks'>) => {
  const t = useText()
  return (
    <ul className={styles.lacks}>
      {lacks.map((lack) => (
        <li key={lack}>{t(LACK_WORDS[lack])}</li>
      ))}
    </ul>
  )
}

/** Confirms a root that lacks something, or rejects one: with a reason in writing. */
const ReasonPanel = ({
  cause,
  mark,
  onClose,
}: {
  readonly cause: CauseView
  readonly mark: 'confirmed' | 'rejected'
  readonly onClose: () => void
}) => {
  const t = useText()
  const [text, setText] = useState('')
  const reason = cleanLine(text)
  const isConfirming = mark === 'confirmed'
  return (
    <FormPanel
      title={t(isConfirming ? 'whys.root-confirm' : 'whys.root-reject')}
      about={
        <>
          <Quoted item={cause.item} />
          {isConfirming && (
            <div>
              <p>{t('whys.root-lacks')}</p>
              <Lacks lacks={cause.lacks} />
            </div>
          )}
        </>
      }
      button={t(isConfirming ? 'whys.root-confirm-all-the-same' : 'whys.root-reject')}
      onClose={onClose}
      command={
        reason || !isConfirming ? { type: 'mark-root', cause: cause.item, mark, ...(reason && { reason }) } : undefined
      }
    >
      <TextArea
        label={t('whys.root-reason')}
        hint={t(isConfirming ? 'whys.root-reason-needed' : 'whys.root-reason-free')}
        maxLength={LIMITS.questionCharacters}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </FormPanel>
  )
}

/** Whether the cause that is looked at is a root: who else thinks so in numbers, what it lacks, and the marks. */
export const RootCard = ({ cause }: { readonly cause: CauseView }) => {
  const t = useText()
  const { may, supports, tree } = useWhys()
  const { press, isBusy, problem } = usePress()
  const [open, setOpen] = useState<'confirmed' | 'rejected'>()
  const { item, root, lacks } = cause
  const isSupported = supports.has(item)
  const isOut = isPruned(tree, item)
  const isHard = lacks.some((lack) => lack === 'problem-accepted' || lack === 'not-refuted')
  const confirm = (): void => {
    if (lacks.length > 0) setOpen('confirmed')
    else void press({ type: 'mark-root', cause: item, mark: 'confirmed' })
  }
  return (
    <section className={styles.card} aria-label={t('whys.root-question')}>
      <h2 className={styles.heading}>{t('whys.root-question')}</h2>
      <Quoted item={item} />
      {root && (
        <p className={styles.chips}>
          <StateChip state={ROOT_WORDS[root.state]} />
          {root.support > 0 && <span className={styles.small}>{t('whys.support', { count: root.support })}</span>}
        </p>
      )}
      {root?.reason && (
        <p className={styles.small} dir="auto">
          {t('whys.root-because', { reason: root.reason })}
        </p>
      )}
      {lacks.length > 0 && (
        <div>
          <p className={styles.small}>{t('whys.root-lacks')}</p>
          <Lacks lacks={lacks} />
        </div>
      )}
      {may('propose-root') && (!isOut || isSupported) && root?.state !== 'rejected' && (
        <Button
          look={isSupported ? 'quiet' : 'secondary'}
          wide
          aria-pressed={isSupported}
          disabled={isBusy}
          onClick={() => void press({ type: 'propose-root', cause: item, supports: !isSupported })}
        >
          {isSupported ? <Check size={18} aria-hidden="true" /> : <Sprout size={18} aria-hidden="true" />}
          {t(isSupported ? 'whys.root-supported' : root ? 'whys.root-support' : 'whys.root-propose')}
        </Button>
      )}
      {may('mark-root') && (
        <div className={styles.acts}>
          {root?.state !== 'confirmed' && !isHard && (
            <Button look="primary" disabled={isBusy} onClick={confirm}>
              {t('whys.root-confirm')}
            </Button>
          )}
          {root && root.state !== 'rejected' && (
            <Button onClick={() => setOpen('rejected')}>{t('whys.root-reject')}</Button>
          )}
          {root && root.state !== 'candidate' && !isOut && (
            <Button
              look="quiet"
              disabled={isBusy}
              onClick={() => void press({ type: 'mark-root', cause: item, mark: 'candidate' })}
            >
              {t('whys.root-reopen')}
            </Button>
          )}
        </div>
      )}
      {problem && <p className={styles.problem}>{problem}</p>}
      {open && <ReasonPanel cause={cause} mark={open} onClose={() => setOpen(undefined)} />}
    </section>
  )
}
