import type { ActionView } from '@roundel/shared/methods/decide'
import { Link2 } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { makeActionLink } from '../sync/linked-action.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { Panel } from '../ui/panel.tsx'
import { Qr } from '../ui/qr.tsx'
import styles from './ending.module.css'

/** The link of an action for its owner, as a code to be scanned and to be copied. Made by a press, since it ends the one before. */
export const ActionLinkPanel = ({
  action,
  onClose,
}: {
  readonly action: Pick<ActionView, 'id' | 'text'>
  readonly onClose: () => void
}) => {
  const t = useText()
  const { id: session } = useRoom()
  const [link, setLink] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const make = async (): Promise<void> => {
    setIsBusy(true)
    const reply = await makeActionLink(session, action.id)
    setIsBusy(false)
    setProblem(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
    if (reply.ok) setLink(reply.value)
  }
  return (
    <Panel title={action.text} onClose={onClose}>
      <div className={styles.form}>
        <p className={styles.small}>{t('ending.action-link-about')}</p>
        {link ? (
          <>
            <Qr text={link} label={t('ending.action-link-qr')} />
            <CopyLine text={link} />
          </>
        ) : (
          <div className={styles.acts}>
            <Button look="primary" disabled={isBusy} onClick={() => void make()}>
              <Link2 size={18} aria-hidden="true" />
              {t('ending.action-link-make')}
            </Button>
          </div>
        )}
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
      </div>
    </Panel>
  )
}
