import type { ActionView } from '@roundel/shared/methods/decide'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { makeActionLink } from '../sync/linked-action.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom } from '../sync/room-context.ts'
import { CopyLine } from '../ui/copy-line.tsx'
import { Panel } from '../ui/panel.tsx'
import { Qr } from '../ui/qr.tsx'
import styles from './ending.module.css'

/** The link of an action for its owner, made as the panel opens: as a code to be scanned, and to be copied. */
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
  useEffect(() => {
    let wanted = true
    void makeActionLink(session, action.id).then((reply) => {
      if (!wanted) return
      if (reply.ok) setLink(reply.value)
      else setProblem(t(PROBLEM_TEXTS[reply.error.code]))
    })
    return () => {
      wanted = false
    }
    // One link for one opening.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, action.id])
  return (
    <Panel title={action.text} onClose={onClose}>
      <div className={styles.form}>
        <p className={styles.small}>{t('ending.action-link-about')}</p>
        {link && (
          <>
            <Qr text={link} label={t('ending.action-link-qr')} />
            <CopyLine text={link} />
          </>
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
