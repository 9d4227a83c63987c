import { LIMITS, type WorkspaceId, cleanLine } from '@roundel/shared/kernel'
import type { TemplateId } from '@roundel/shared/session'
import { nanoid } from 'nanoid'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { PageFrame } from '../app/page-frame.tsx'
import { useLanguage, useText } from '../i18n/text.ts'
import { usePreferences } from '../state/preferences.ts'
import { useKnownWorkspaces } from '../state/known-workspaces.ts'
import { useSessionDraft } from '../state/session-draft.ts'
import { createSession } from '../sync/api.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { AgendaBuilder } from './agenda-builder.tsx'
import { ChallengeFields } from './challenge-fields.tsx'
import type { FreshSession } from './created.tsx'
import { type Plan, bodyOf, findMissing, momentOf, newPlan, planAgenda, readPlan } from './plan.ts'
import { Preview } from './preview.tsx'
import { RoomFields } from './room-fields.tsx'
import { TemplateGallery } from './template-gallery.tsx'
import { agendaFrom } from './template-words.ts'
import { TotalLine } from './total-line.tsx'
import styles from './create.module.css'

const FIRST: TemplateId = 'quick-20'

const newId = (): string => nanoid(16)

/** What a session is about and how it runs. A usable agenda is there from the first second; a closed tab loses nothing. */
export const CreateForm = ({
  workspace: wanted,
  onCreated,
}: {
  /** The workspace that it is to belong to, unless another one is chosen. */
  readonly workspace?: WorkspaceId | undefined
  readonly onCreated: (session: FreshSession) => void
}) => {
  const t = useText()
  const language = useLanguage()
  const preferences = usePreferences()
  const form = useRef<HTMLFormElement>(null)
  const { keep, drop } = useSessionDraft.getState()
  const blank = (template: TemplateId): Plan =>
    newPlan(planAgenda(agendaFrom(template, t), newId), preferences.name, language)
  const [kept] = useState(() => readPlan(useSessionDraft.getState().plan))
  const [plan, setPlan] = useState<Plan>(() => kept ?? blank(FIRST))
  const [former, setFormer] = useState<Plan>()
  const [isKept, setIsKept] = useState(kept !== undefined)
  const [missing, setMissing] = useState<'title' | 'question'>()
  const [key, setKey] = useState('')
  const workspaces = useKnownWorkspaces((known) => known.workspaces)
  const [workspace, setWorkspace] = useState<WorkspaceId | ''>(wanted ?? '')
  const home = workspaces.find(({ id }) => id === workspace)
  const { create } = usePageSettings()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const change = (part: Partial<Plan>): void => {
    setPlan((before) => ({ ...before, ...part }))
    setMissing(undefined)
  }
  const first = useRef(plan)
  useEffect(() => {
    if (plan !== first.current) keep(plan)
  }, [plan, keep])

  const startOver = (): void => {
    const anew = blank(FIRST)
    first.current = anew
    setPlan(anew)
    setIsKept(false)
    drop()
  }
  /** Takes the agenda of a template, or the one that the last template replaced. */
  const startFrom = (template: TemplateId | undefined): void => {
    const chosen = template ? blank(template) : former
    if (!chosen) return
    setFormer(template && plan)
    change({ agenda: chosen.agenda, plannedMinutes: chosen.plannedMinutes })
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    const lacking = findMissing(plan)
    setMissing(lacking)
    if (lacking) return form.current?.querySelector<HTMLElement>(`[name="${lacking}"]`)?.focus()
    setIsBusy(true)
    if (plan.name) preferences.set({ name: plan.name })
    const body = { ...bodyOf(plan, t('create.nameless')), ...(home && { workspace: home.id }) }
    const reply = await createSession(body, home?.key ?? key)
    setIsBusy(false)
    if (!reply.ok) return setProblem(t(PROBLEM_TEXTS[reply.error.code]))
    drop()
    return onCreated({
      ...reply.value,
      title: cleanLine(plan.title),
      isPlanned: momentOf(plan.at) !== undefined,
      ...(home && { workspace: home.id }),
    })
  }
  return (
    <PageFrame title={t('create.title')}>
      <form ref={form} className={styles.page} onSubmit={(event) => void submit(event)} noValidate>
        <div className={styles.column}>
          <div className={styles.headline}>
            <h1 className={styles.title}>{t('create.title')}</h1>
            {isKept && (
              <p className={styles.kept}>
                {t('create.kept')}
                <Button look="quiet" onClick={startOver}>
                  {t('create.start-over')}
                </Button>
              </p>
            )}
          </div>
          <div className={styles.fields}>
            <TextField
              label={t('create.name')}
              name="title"
              value={plan.title}
              maxLength={LIMITS.titleCharacters}
              placeholder={t('create.name-example')}
              onChange={(event) => change({ title: event.target.value })}
              required
              error={missing === 'title' && t('create.name-missing')}
            />
            <ChallengeFields
              plan={plan}
              error={missing === 'question' && t('create.question-missing')}
              onChange={change}
            />
            <div className={styles.pair}>
              <TemplateGallery onChoose={startFrom} onBack={former && (() => startFrom(undefined))} />
              <NumberField
                label={t('create.planned')}
                value={plan.plannedMinutes}
                least={1}
                most={LIMITS.sessionMinutes}
                onChange={(plannedMinutes) => change({ plannedMinutes })}
              />
            </div>
          </div>
          <AgendaBuilder agenda={plan.agenda} onChange={(agenda) => change({ agenda })} />
          <RoomFields plan={plan} onChange={change} />
          {workspaces.length > 0 && (
            <SelectField
              label={t('create.workspace')}
              value={home?.id ?? ''}
              onChange={({ target }) => setWorkspace(target.value as WorkspaceId | '')}
            >
              <option value="">{t('create.no-workspace')}</option>
              {workspaces.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </SelectField>
          )}
          {create === 'key' && !home && (
            <TextField
              label={t('create.key')}
              type="password"
              autoComplete="off"
              value={key}
              onChange={(event) => setKey(event.target.value)}
              hint={t('create.key-about')}
            />
          )}
          <div className={styles.foot}>
            {problem && (
              <p className={styles.problem} role="alert">
                {problem}
              </p>
            )}
            <TotalLine agenda={plan.agenda} planned={plan.plannedMinutes} onChange={(agenda) => change({ agenda })} />
            <Button type="submit" look="primary" large aria-disabled={isBusy || undefined}>
              {t('create.action')}
            </Button>
          </div>
        </div>
        <Preview agenda={plan.agenda} question={plan.question || t('create.question-example')} />
      </form>
    </PageFrame>
  )
}
