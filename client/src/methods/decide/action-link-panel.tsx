import type { ActionView } from '@roundel/shared/methods/decide'
import { Link2, Link2Off } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { endActionLink, makeActionLink } from '../../sync/linked-action.ts'
import type { Problem } from '../../sync/problem.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useRoom } from '../../sync/room-context.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyLine } from '../../ui/copy-line.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Qr } from '../../ui/qr.tsx'
import styles from './decide.module.css'

/**
 * The link of an action for its owner, as a code to be scanned and to be copied. Made by a press, since it ends the one before,
 * and ended by another: nobody is told again what it was.
 */
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
  const [isEnded, setIsEnded] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [isBusy, setIsBusy] = useState(false)
  const make = async (): Promise<void> => {
    setIsBusy(true)
    const reply = await makeActionLink(session, action.id)
    setIsBusy(false)
    setProblem(reply.ok ? undefined : reply.error)
    if (!reply.ok) return
    setLink(reply.value)
    setIsEnded(false)
  }
  const end = async (): Promise<void> => {
    setIsBusy(true)
    const reply = await endActionLink(session, action.id)
    setIsBusy(false)
    setProblem(reply.ok ? undefined : reply.error)
    if (!reply.ok) return
    setLink(undefined)
    setIsEnded(true)
  }
  return (
    <Panel title={action.text} onClose={onClose}>
      <div className={styles.form}>
        <p className={styles.small}>{t('decide.link-about')}</p>
        {link && (
          <>
            <Qr text={link} label={t('decide.link-qr')} />
            <CopyLine text={link} />
          </>
        )}
        <div className={styles.acts}>
          {!link && (
            <Button look="primary" disabled={isBusy} onClick={() => void make()}>
              <Link2 size={18} aria-hidden="true" />
              {t('decide.link-make')}
            </Button>
          )}
          {!isEnded && (
            <Button look="quiet" disabled={isBusy} onClick={() => void end()}>
              <Link2Off size={18} aria-hidden="true" />
              {t('decide.link-end')}
            </Button>
          )}
        </div>
        <output className={styles.small}>{isEnded && t('decide.link-ended')}</output>
        {problem && <Alert>{t(PROBLEM_TEXTS[problem.code])}</Alert>}
      </div>
    </Panel>
  )
}
