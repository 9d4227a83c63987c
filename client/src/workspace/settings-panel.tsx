import { LIMITS, cleanLine } from '@roundel/shared/kernel'
import { LANGUAGES, type Language } from '@roundel/shared/session'
import { useState } from 'react'
import { navigate } from '../app/navigation.ts'
import { useText } from '../i18n/text.ts'
import { useKnownWorkspaces } from '../state/known-workspaces.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { deleteFromWorkspace, renewWorkspaceKey } from '../sync/workspaces.ts'
import { Alert } from '../ui/alert.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { SettledField } from '../ui/settled-field.tsx'
import { useWorkspace } from './use-workspace.ts'
import styles from './panels.module.css'

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', fa: 'فارسی' }

const Link = () => {
  const t = useText()
  const { workspace, key, rekey } = useWorkspace()
  const { origin } = usePageSettings()
  const link = `${origin}/w/${workspace.id}#${key}`
  const [isNew, setIsNew] = useState(false)
  const [problem, setProblem] = useState<string>()
  const renew = async (): Promise<void> => {
    const reply = await renewWorkspaceKey(workspace.id, key)
    if (!reply.ok) return setProblem(t(PROBLEM_TEXTS[reply.error.code]))
    rekey(reply.value)
    setIsNew(true)
  }
  return (
    <section className={styles.part} aria-labelledby="workspace-link">
      <h3 id="workspace-link" className={styles.subheading}>
        {t('workspace.link-title')}
      </h3>
      <output className={styles.about}>{t(isNew ? 'workspace.link-renewed' : 'workspace.link-about')}</output>
      <CopyLine text={link} />
      <div>
        <Button onClick={() => void renew()}>{t('workspace.link-renew')}</Button>
      </div>
      <Alert>{problem}</Alert>
    </section>
  )
}

const Delete = () => {
  const t = useText()
  const { workspace, key } = useWorkspace()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const isSame = cleanLine(typed) === cleanLine(workspace.title)
  const leave = (): void => {
    navigate({ page: 'home' }, 'replace')
    useKnownWorkspaces.getState().forget(workspace.id)
  }
  const remove = async (): Promise<void> => {
    const reply = await deleteFromWorkspace(workspace.id, key)
    if (!reply.ok) return setProblem(t(PROBLEM_TEXTS[reply.error.code]))
    leave()
  }
  return (
    <>
      <section className={styles.part}>
        <p className={styles.about}>{t('workspace.forget-about')}</p>
        <div>
          <Button onClick={leave}>{t('workspace.forget')}</Button>
        </div>
      </section>
      <section className={styles.part}>
        <p className={styles.about}>{t('workspace.delete-about')}</p>
        <TextField
          label={t('workspace.delete-type', { title: workspace.title })}
          value={typed}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
          error={problem}
        />
        <div>
          <Button look="danger" disabled={!isSame} onClick={() => void remove()}>
            {t('workspace.delete')}
          </Button>
        </div>
      </section>
    </>
  )
}

/** What a workspace is called, how long it keeps what is its own, its link, and its end. */
export const SettingsPanel = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const announce = useAnnounce()
  const { workspace, change } = useWorkspace()
  const [problem, setProblem] = useState<string>()
  const edit = async (fields: Omit<Extract<Parameters<typeof change>[0], { readonly type: 'edit' }>, 'type'>) => {
    const reply = await change({ type: 'edit', ...fields })
    setProblem(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
    if (reply.ok) announce(t('workspace.saved'))
    return reply.ok
  }
  const least = LIMITS.retentionDaysLeast
  return (
    <Panel title={t('workspace.settings')} onClose={onClose}>
      <div className={styles.form}>
        <SettledField
          label={t('workspace.name')}
          value={workspace.title}
          maxLength={LIMITS.titleCharacters}
          onSettle={async (title) => title !== '' && edit({ title })}
        />
        <SelectField
          label={t('workspace.language')}
          value={workspace.language}
          onChange={({ target }) => void edit({ language: target.value as Language })}
        >
          {LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language}>
              {LANGUAGE_NAMES[language]}
            </option>
          ))}
        </SelectField>
        <SettledField
          label={t('workspace.keep-days')}
          hint={t('workspace.keep-days-about', { least, most: workspace.mostDays })}
          type="number"
          inputMode="numeric"
          dir="ltr"
          min={least}
          max={workspace.mostDays}
          value={String(workspace.retentionDays)}
          onSettle={async (days) => {
            const retentionDays = Math.trunc(Number(days))
            return retentionDays >= least && retentionDays <= workspace.mostDays && edit({ retentionDays })
          }}
        />
        <Alert>{problem}</Alert>
        <Link />
        <Delete />
      </div>
    </Panel>
  )
}
