import { LIMITS } from '@roundel/shared/kernel'
import { LANGUAGES, type Language } from '@roundel/shared/session'
import { ChevronRight } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { PageFrame } from '../app/page-frame.tsx'
import { LANGUAGE_NAMES } from '../i18n/language.ts'
import { useLanguage, useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { usePreferences } from '../state/preferences.ts'
import { type CreatedSession, createSession } from '../sync/api.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { SelectField, TextArea, TextField } from '../ui/field.tsx'
import { MinutesStepper } from './minutes-stepper.tsx'
import { NEW_PLAN, PHASES, type Plan, bodyOf, findMissing, totalMinutes } from './plan.ts'
import { Preview } from './preview.tsx'
import styles from './create.module.css'

const METHOD = METHOD_VIEWS.brainstorm

/** What a session is about and how it runs. A usable plan is there from the first second. */
export const CreateForm = ({ onCreated }: { readonly onCreated: (session: CreatedSession) => void }) => {
  const t = useText()
  const language = useLanguage()
  const preferences = usePreferences()
  const form = useRef<HTMLFormElement>(null)
  const [plan, setPlan] = useState<Plan>(() => ({ ...NEW_PLAN, name: preferences.name, language }))
  const [missing, setMissing] = useState<'title' | 'question'>()
  const [key, setKey] = useState('')
  const { create } = usePageSettings()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const change = (part: Partial<Plan>): void => {
    setPlan((before) => ({ ...before, ...part }))
    setMissing(undefined)
  }

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    const lacking = findMissing(plan)
    setMissing(lacking)
    if (lacking) return form.current?.querySelector<HTMLElement>(`[name="${lacking}"]`)?.focus()
    setIsBusy(true)
    if (plan.name) preferences.set({ name: plan.name })
    const reply = await createSession(bodyOf(plan, t('create.nameless')), key)
    setIsBusy(false)
    if (reply.ok) return onCreated(reply.value)
    setProblem(t(PROBLEM_TEXTS[reply.error.code]))
  }
  return (
    <PageFrame title={t('create.title')}>
      <form ref={form} className={styles.page} onSubmit={(event) => void submit(event)} noValidate>
        <div className={styles.column}>
          <h1 className={styles.title}>{t('create.title')}</h1>
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
            <TextArea
              label={t('create.question')}
              name="question"
              value={plan.question}
              maxLength={LIMITS.questionCharacters}
              placeholder={t('create.question-example')}
              onChange={(event) => change({ question: event.target.value })}
              required
              error={missing === 'question' && t('create.question-missing')}
            />
            <details className={styles.details}>
              <summary className={styles.summary}>
                <ChevronRight className={styles.chevron} size={18} aria-hidden="true" />
                {t('create.formula')}
              </summary>
              <div className={styles.formula}>
                {(['who', 'what', 'why'] as const).map((part) => (
                  <TextField
                    key={part}
                    label={t(`create.${part}`)}
                    value={plan[part]}
                    maxLength={LIMITS.questionCharacters}
                    placeholder={t(`create.${part}-example`)}
                    onChange={(event) => change({ [part]: event.target.value })}
                  />
                ))}
              </div>
            </details>
          </div>
          <section className={styles.section} aria-labelledby="plan">
            <h2 id="plan" className={styles.heading}>
              {t('create.plan')}
            </h2>
            <ol className={styles.phases}>
              {PHASES.map(([phase, least]) => {
                const view = METHOD.phases[phase]
                if (!view) return null
                const Icon = view.icon
                return (
                  <li key={phase} className={styles.phase}>
                    <Icon size={20} strokeWidth={1.8} className={styles.icon} aria-hidden="true" />
                    <div>
                      <p className={styles.phaseName}>{t(view.label)}</p>
                      <p className={styles.phaseAbout}>{t(`create.about-${phase}`)}</p>
                    </div>
                    <MinutesStepper
                      label={t(view.label)}
                      value={plan.minutes[phase]}
                      least={least}
                      onChange={(minutes) => change({ minutes: { ...plan.minutes, [phase]: minutes } })}
                    />
                  </li>
                )
              })}
            </ol>
          </section>
          <section className={styles.section} aria-labelledby="room">
            <h2 id="room" className={styles.heading}>
              {t('create.room')}
            </h2>
            <div className={styles.choices}>
              <Choice
                label={t('create.names')}
                options={[
                  { value: 'hidden', label: t('create.names-hidden') },
                  { value: 'shown', label: t('create.names-shown') },
                ]}
                value={plan.names}
                onChange={(names) => change({ names })}
                hint={t(plan.names === 'hidden' ? 'create.names-hidden-about' : 'create.names-shown-about')}
              />
              <Choice
                label={t('create.door')}
                options={[
                  { value: 'open', label: t('create.door-open') },
                  { value: 'ask', label: t('create.door-ask') },
                ]}
                value={plan.door}
                onChange={(door) => change({ door })}
              />
            </div>
            <div className={styles.pair}>
              <TextField
                label={t('create.your-name')}
                value={plan.name}
                maxLength={LIMITS.nameCharacters}
                autoComplete="nickname"
                onChange={(event) => change({ name: event.target.value })}
              />
              <SelectField
                label={t('create.language')}
                value={plan.language}
                onChange={(event) => change({ language: event.target.value as Language })}
                hint={t('create.language-about')}
              >
                {LANGUAGES.map((each) => (
                  <option key={each} value={each} lang={each}>
                    {LANGUAGE_NAMES[each]}
                  </option>
                ))}
              </SelectField>
            </div>
          </section>
          {create === 'key' && (
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
            <p className={styles.total}>{t('create.total', { minutes: totalMinutes(plan) })}</p>
            <Button type="submit" look="primary" large disabled={isBusy}>
              {t('create.action')}
            </Button>
          </div>
        </div>
        <Preview question={plan.question || t('create.question-example')} />
      </form>
    </PageFrame>
  )
}
