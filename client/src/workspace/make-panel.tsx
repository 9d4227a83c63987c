import { LIMITS, cleanLine } from '@roundel/shared/kernel'
import { type FormEvent, useState } from 'react'
import { navigate } from '../app/navigation.ts'
import { WORKSPACE } from '../i18n/catalogue.ts'
import { useLanguage, useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { useKnownWorkspaces } from '../state/known-workspaces.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { createWorkspace } from '../sync/workspaces.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './panels.module.css'

const Form = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const language = useLanguage()
  const { create } = usePageSettings()
  const [title, setTitle] = useState('')
  const [key, setKey] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const name = cleanLine(title)
    if (name === '') return setProblem(t('workspace.name-missing'))
    if (isBusy) return
    setIsBusy(true)
    const reply = await createWorkspace({ title: name, language }, key || undefined)
    setIsBusy(false)
    if (!reply.ok) return setProblem(t(PROBLEM_TEXTS[reply.error.code]))
    useKnownWorkspaces.getState().remember({ id: reply.value.id, title: name, key: reply.value.key })
    navigate({ page: 'workspace', workspace: reply.value.id })
  }
  return (
    <Panel title={t('workspace.make-title')} onClose={onClose} place="middle">
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles.about}>{t('workspace.make-about')}</p>
        <TextField
          label={t('workspace.name')}
          value={title}
          maxLength={LIMITS.titleCharacters}
          placeholder={t('workspace.name-example')}
          onChange={({ target }) => setTitle(target.value)}
          error={problem}
        />
        {create === 'key' && (
          <TextField
            label={t('workspace.key')}
            hint={t('workspace.key-about')}
            type="password"
            autoComplete="off"
            value={key}
            onChange={({ target }) => setKey(target.value)}
          />
        )}
        <Button type="submit" look="primary" aria-disabled={isBusy || undefined}>
          {t('workspace.make')}
        </Button>
      </form>
    </Panel>
  )
}

/** Makes a workspace, which this device knows from then on. */
export const MakePanel = ({ onClose }: { readonly onClose: () => void }) => (
  <MoreTexts from={WORKSPACE}>
    <Form onClose={onClose} />
  </MoreTexts>
)
