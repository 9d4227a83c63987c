import { useMemo, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { reportFault } from './fault-report.ts'
import { Notice } from './notice.tsx'
import styles from './notice.module.css'

/** How browsers say that a part of the page could not be loaded. */
const MISSING_PART = /dynamically imported module|module script failed|preload CSS/i

/** "Something broke on our side", with a way on and the details for whoever helps. */
export const Broken = ({ fault }: { readonly fault: unknown }) => {
  const t = useText()
  const { code, details } = useMemo(() => reportFault(fault), [fault])
  const [state, setState] = useState<'untold' | 'copied' | 'shown'>('untold')
  // After an update of the server the parts of the old page are gone.
  const isOutdated = fault instanceof Error && MISSING_PART.test(fault.message)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`${new Date().toISOString()} ${details}`)
      setState('copied')
    } catch {
      // Over plain http there is no clipboard: then they are shown, to be copied by hand.
      setState('shown')
    }
  }
  return (
    <Notice
      title={t(isOutdated ? 'too-old.title' : 'fault.title')}
      body={isOutdated ? t('too-old.body') : t('fault.code', { code })}
      safe={t('fault.body')}
      actions={
        <>
          <Button look="primary" onClick={() => location.reload()}>
            {t('action.reload')}
          </Button>
          <Button look="quiet" onClick={() => void copy()}>
            {t(state === 'copied' ? 'action.copied' : 'action.copy-details')}
          </Button>
          {state === 'shown' && (
            <textarea className={styles.details} readOnly rows={6} dir="ltr" value={details} aria-label={code} />
          )}
        </>
      }
    />
  )
}
