import { asId } from '@roundel/shared/kernel'
import type { SavedAgenda } from '@roundel/shared/workspace'
import { nanoid } from 'nanoid'
import { navigate } from '../app/navigation.ts'
import { planFrom } from '../create/plan.ts'
import { useText } from '../i18n/text.ts'
import { usePreferences } from '../state/preferences.ts'
import { useSessionDraft } from '../state/session-draft.ts'
import { Button } from '../ui/button.tsx'
import { useWorkspace } from './use-workspace.ts'
import styles from './workspace.module.css'

/** Agendas under a name, each to begin a session from. */
export const Agendas = () => {
  const t = useText()
  const { workspace, change } = useWorkspace()
  const begin = (saved: SavedAgenda): void => {
    const { name } = usePreferences.getState()
    const plan = planFrom(saved, { name, language: workspace.language }, () => nanoid(16))
    useSessionDraft.getState().keep(plan)
    navigate({ page: 'new', workspace: workspace.id })
  }
  return (
    <section className={styles.card} aria-labelledby="agendas">
      <h2 id="agendas" className={styles.heading}>
        {t('agendas.title')}
      </h2>
      {workspace.agendas.length === 0 ? (
        <p className={styles.about}>{t('agendas.none')}</p>
      ) : (
        <ul className={styles.rows}>
          {workspace.agendas.map((saved) => (
            <li key={saved.id} className={styles.item}>
              <div>
                <p className={styles.itemTitle} dir="auto">
                  {saved.title}
                </p>
                <p className={styles.itemMeta}>{t('agendas.steps', { count: saved.agenda.length })}</p>
              </div>
              <div className={styles.buttons}>
                <Button aria-label={t('agendas.begin-of', { title: saved.title })} onClick={() => begin(saved)}>
                  {t('agendas.begin')}
                </Button>
                <Button
                  look="quiet"
                  aria-label={t('agendas.remove-of', { title: saved.title })}
                  onClick={() => void change({ type: 'remove-agenda', agenda: asId(saved.id) })}
                >
                  {t('agendas.remove')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
