import { LIMITS, type WorkspaceId, cleanLine } from '@roundel/shared/kernel'
import type { TemplateId } from '@roundel/shared/session'
import { nanoid } from 'nanoid'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { PageFrame } from '../app/page-frame.tsx'
import { useLanguage, useText } from '../i18n/text.ts'
import { usePreferences } from '../state/preferences.ts'
import { useKnownWorkspaces } from '../state/known-workspaces.ts'
import { useSessionDraft } from '../state/session-draft.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { hasRoom, planStep } from '../agenda/agenda-plan.ts'
import type { Lines } from '../workspace/carry-choice.tsx'
import { AgendaBuilder } from './agenda-builder.tsx'
import { BeginFromFile, type ChosenFile } from './begin-from-file.tsx'
import { BringAlong } from './bring-along.tsx'
import { ChallengeFields } from './challenge-fields.tsx'
import type { FreshSession } from './created.tsx'
import { FileNote, isTooLong } from './file-note.tsx'
import { foundSession, refusedOf } from './found.ts'
import { type Plan, bodyOf, findMissing, momentOf, newPlan, planAgenda, planFrom, readPlan } from './plan.ts'
import { Preview } from './preview.tsx'
import { RoomFields } from './room-fields.tsx'
import { SaveAgenda } from './save-agenda.tsx'
import { TemplateGallery } from './template-gallery.tsx'
import { agendaFrom } from './template-words.ts'
import { TotalLine } from './total-line.tsx'
import styles from './create.module.css'

const FIRST: TemplateId = 'quick-20'

const newId = (): string => nanoid(16)

/** What a session is about and how it runs. A usable agenda is there from the first second; a closed tab loses nothing. */
export const CreateForm = ({
  workspace: wanted,
  from,
  onCreated,
}: {
  /** The workspace that it is to belong to, unless another one is chosen. */
  readonly workspace?: WorkspaceId | undefined
  /** Whether it is to begin from a file, which is asked for at once. */
  readonly from?: 'file' | undefined
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
  const [former, setFormer] = useState<{ readonly plan: Plan; readonly isWhole: boolean }>()
  const [chosenFile, setChosenFile] = useState<ChosenFile>()
  const [carried, setCarried] = useState<Lines>(new Map())
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
    setChosenFile(undefined)
    drop()
  }
  /** Takes the agenda of a template. */
  const startFrom = (template: TemplateId): void => {
    const { agenda, plannedMinutes } = blank(template)
    setFormer({ plan, isWhole: false })
    change({ agenda, plannedMinutes })
  }
  const startFromFile = (chosen: ChosenFile): void => {
    setFormer({ plan, isWhole: true })
    setChosenFile(chosen)
    // Of the room the file says nothing: that stays as it was typed.
    const { at, headcount, door, participants, participantsExport, allowLate } = plan
    const room = { at, headcount, door, participants, participantsExport, allowLate }
    change({ ...planFrom(chosen.saved.agenda, { name: plan.name, language: plan.language }, newId), ...room })
  }
  /** Brings back what a template or a file replaced. */
  const goBack = (): void => {
    if (!former) return
    const { agenda, plannedMinutes } = former.plan
    change(former.isWhole ? former.plan : { agenda, plannedMinutes })
    if (former.isWhole) setChosenFile(undefined)
    setFormer(undefined)
  }
  const addDecision = (): void => change({ agenda: [...plan.agenda, planStep('decide', newId())] })
  const carry = home ? [...carried.values()] : []
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    const lacking = findMissing(plan)
    setMissing(lacking)
    if (lacking) return form.current?.querySelector<HTMLElement>(`[name="${lacking}"]`)?.focus()
    if (chosenFile && isTooLong(chosenFile.saved, plan.agenda.length))
      return setProblem(t('from-file.too-long', { most: LIMITS.agendaSteps }))
    setIsBusy(true)
    if (plan.name) preferences.set({ name: plan.name })
    const body = {
      ...bodyOf(plan, t('create.nameless')),
      ...(home && { workspace: home.id }),
      ...(carry.length > 0 && { carry: carry.map(({ origin }) => origin) }),
    }
    const reply = await foundSession(body, home?.key ?? key, chosenFile)
    setIsBusy(false)
    if (!reply.ok) {
      const gone = carry[refusedOf(reply.error) ?? -1]
      return setProblem(gone ? t('bring.gone', { text: gone.text }) : t(PROBLEM_TEXTS[reply.error.code]))
    }
    drop()
    return onCreated({
      ...reply.value.session,
      title: cleanLine(plan.title),
      isPlanned: momentOf(plan.at) !== undefined,
      ...(home && { workspace: home.id }),
      ...(reply.value.brought && { brought: reply.value.brought }),
      carried: carry.length,
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
            {chosenFile && (
              <FileNote
                saved={chosenFile.saved}
                planned={plan.agenda.length}
                onLeaveOut={() => setChosenFile(undefined)}
              />
            )}
            <div className={styles.pair}>
              <TemplateGallery onChoose={startFrom} onBack={former && goBack}>
                <BeginFromFile isOpenFirst={from === 'file'} onChoose={startFromFile} />
              </TemplateGallery>
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
          <SaveAgenda plan={plan} workspace={home?.id} />
          <RoomFields plan={plan} onChange={change} />
          {workspaces.length > 0 && (
            <SelectField
              label={t('create.workspace')}
              value={home?.id ?? ''}
              onChange={({ target }) => {
                setWorkspace(target.value as WorkspaceId | '')
                // What was chosen of one workspace is not there in another.
                setCarried(new Map())
              }}
            >
              <option value="">{t('create.no-workspace')}</option>
              {workspaces.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </SelectField>
          )}
          {home && (
            <BringAlong
              key={home.id}
              id={home.id}
              workspaceKey={home.key}
              chosen={carried}
              hasDecision={plan.agenda.some(({ kind }) => kind === 'decide')}
              onChange={(lines) => {
                setCarried(lines)
                setProblem(undefined)
              }}
              onAddDecision={hasRoom(plan.agenda) ? addDecision : undefined}
            />
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
            <Alert>{problem}</Alert>
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
