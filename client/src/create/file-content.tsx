import type { CommandId, SessionId } from '@roundel/shared/kernel'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { type Restored, importSession } from '../sync/import.ts'
import type { Reply } from '../sync/problem.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { explainImport } from '../workspace/import-fault.ts'
import type { ChosenFile } from './begin-from-file.tsx'
import styles from './create.module.css'

/** A file whose content was to come into a new session, and what came of that. */
export interface BroughtFile extends ChosenFile {
  /** Under which it comes in once: an answer can get lost when all is done. */
  readonly id: CommandId
  readonly reply: Reply<Restored>
}

/** Says that the content of a file is in the new session; where it is not, why, and tries again. */
export const FileContent = ({ session, brought }: { readonly session: SessionId; readonly brought: BroughtFile }) => {
  const t = useText()
  const [reply, setReply] = useState(brought.reply)
  const [isBusy, setIsBusy] = useState(false)
  const tryAgain = async (): Promise<void> => {
    if (isBusy) return
    setIsBusy(true)
    setReply(await importSession(session, brought.file, brought.id))
    setIsBusy(false)
  }
  if (reply.ok) {
    const { taken, refused } = reply.value
    return (
      <output className={styles.lead}>
        {t('saved.done', { count: taken.items })}
        {refused.count > 0 && ` ${t('saved.refused', { count: refused.count })}`}
      </output>
    )
  }
  return (
    <section className={styles.card} aria-labelledby="content">
      <div className={styles.link}>
        <h2 id="content" className={styles.linkName}>
          {t('from-file.failed')}
        </h2>
        <Alert>{explainImport(reply.error, t)}</Alert>
        <p className={styles.linkAbout}>{t('from-file.failed-about')}</p>
      </div>
      <div>
        <Button look="primary" aria-disabled={isBusy || undefined} onClick={() => void tryAgain()}>
          {t('action.try-again')}
        </Button>
      </div>
    </section>
  )
}
