import { Users } from 'lucide-react'
import { useState } from 'react'
import { useLanguage, useText } from '../i18n/text.ts'
import { usePreferences } from '../state/preferences.ts'
import { createRehearsal } from '../sync/api.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { navigate } from './navigation.ts'
import styles from './home.module.css'

/** Opens a session to which simulated people come, in the language of the page. Not where founding needs a key. */
export const RehearseButton = () => {
  const t = useText()
  const language = useLanguage()
  const name = usePreferences((preferences) => preferences.name)
  const { create } = usePageSettings()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  if (create === 'key') return null
  const begin = async (): Promise<void> => {
    if (isBusy) return
    setIsBusy(true)
    const reply = await createRehearsal({ language, ...(name && { facilitatorName: name }) })
    setIsBusy(false)
    if (reply.ok) return navigate({ page: 'stage', session: reply.value.id })
    setProblem(t(PROBLEM_TEXTS[reply.error.code]))
  }
  return (
    <div className={styles.rehearse}>
      <Button onClick={() => void begin()} aria-disabled={isBusy || undefined} aria-describedby="rehearse-note">
        <Users size={18} aria-hidden="true" />
        {t('home.rehearse')}
      </Button>
      <span id="rehearse-note" className={styles.aside}>
        {t('home.rehearse-note')}
      </span>
      <Alert>{problem}</Alert>
    </div>
  )
}
