import type { ActionView } from '@roundel/shared/methods/decide'
import { Link2, MessageCircleQuestion, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { ActionChips, ActionFacts } from '../methods/decide/action-facts.tsx'
import { ActionLinkPanel } from '../methods/decide/action-link-panel.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import styles from './ending.module.css'
import { ReportPanel } from './report-panel.tsx'

/** Actions after the end, with what can be done with each: say how it went, take its link along, put it right. */
export const EndedActions = ({
  actions,
  onCorrect,
}: {
  readonly actions: readonly ActionView[]
  readonly onCorrect?: ((action: ActionView) => void) | undefined
}) => {
  const t = useText()
  const [open, setOpen] = useState<{ readonly panel: 'report' | 'link'; readonly action: ActionView }>()
  const close = (): void => setOpen(undefined)
  return (
    <>
      <ul className={styles.rows}>
        {actions.map((action) => (
          <li key={action.id} className={styles.row}>
            <p className={styles.strong} dir="auto" translate="yes">
              {action.text}
            </p>
            <ActionChips action={action} />
            <ActionFacts action={action} />
            <div className={styles.acts}>
              <Button
                aria-label={t('ending.how-of', { text: action.text })}
                onClick={() => setOpen({ panel: 'report', action })}
              >
                <MessageCircleQuestion size={17} aria-hidden="true" />
                {t('ending.how')}
              </Button>
              <Button
                look="quiet"
                aria-label={t('decide.link-of', { text: action.text })}
                onClick={() => setOpen({ panel: 'link', action })}
              >
                <Link2 size={17} aria-hidden="true" />
                {t('decide.link')}
              </Button>
              {onCorrect && (
                <IconButton label={t('ending.correct-of', { text: action.text })} onClick={() => onCorrect(action)}>
                  <Pencil size={17} aria-hidden="true" />
                </IconButton>
              )}
            </div>
          </li>
        ))}
      </ul>
      {open?.panel === 'report' && <ReportPanel action={open.action} onClose={close} />}
      {open?.panel === 'link' && <ActionLinkPanel action={open.action} onClose={close} />}
    </>
  )
}
