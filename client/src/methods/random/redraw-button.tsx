import { type RandomView } from '@roundel/shared/methods/random'
import { Shuffle } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useRoom } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './card-actions.module.css'
import { useRandom } from './random-context.ts'

type Reason = NonNullable<RandomView['redraws']>[number]['reason']

const REASONS: readonly Reason[] = ['unknown', 'unclear', 'hurtful']

/** Replaces a card for all, by whoever leads, with a reason: the first draw stands otherwise. */
export const RedrawButton = ({
  card,
  place,
}: {
  readonly card: RandomView['cards'][number]
  readonly place: number
}) => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { nameOf } = useRandom()
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState<Reason>('unknown')
  const name = nameOf(card.item)
  const redraw = async (): Promise<void> => {
    setIsOpen(false)
    const reply = await give({ type: 'redraw', place, reason })
    announce(
      reply.ok ? t('random.redrawn', { card: name }) : t(PROBLEM_TEXTS[reply.error.code]),
      reply.ok ? 'polite' : 'assertive',
    )
  }
  return (
    <>
      <Button
        look="quiet"
        className={styles.action}
        aria-label={t('random.redraw-this', { card: name })}
        onClick={() => setIsOpen(true)}
      >
        <Shuffle size={16} aria-hidden="true" />
        {t('random.redraw')}
      </Button>
      {isOpen && (
        <Panel title={t('random.redraw-this', { card: name })} onClose={() => setIsOpen(false)} place="middle">
          <p>{t('random.redraw-about')}</p>
          <Choice
            label={t('random.redraw-why')}
            options={REASONS.map((value) => ({ value, label: t(`random.reason-${value}`) }))}
            value={reason}
            onChange={setReason}
          />
          <Button look="primary" wide onClick={() => void redraw()}>
            {t('random.redraw')}
          </Button>
        </Panel>
      )}
    </>
  )
}
