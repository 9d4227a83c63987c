import { LIMITS } from '@roundel/shared/kernel'
import { methodOf } from '@roundel/shared/methods'
import { type ReactNode, Suspense } from 'react'
import { useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { Check } from '../ui/check.tsx'
import { Choice } from '../ui/choice.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { type PlannedStep, allPhasesOf, withMinutes } from './agenda-plan.ts'
import { MinutesStepper } from './minutes-stepper.tsx'
import styles from './step-sheet.module.css'

/** What can be said about a step. As a session runs less and less of it is open. */
export interface Open {
  /** What it is called, and its question. */
  readonly words: boolean
  readonly minutes: boolean
  /** What people write under: the method's own settings, and whether names are shown. */
  readonly promise: boolean
  /** Whether it begins from what steps before it bring: there are such. */
  readonly prompts: boolean
  /** Whether people may write for it before the session. */
  readonly early: boolean
  /** Whether it goes on by itself. */
  readonly advances: boolean
}

/** Everything that can be said about one step. Each change is told at once. */
export const StepSheet = ({
  step,
  open,
  onChange,
  onClose,
  acts,
}: {
  readonly step: PlannedStep
  readonly open: Open
  readonly onChange: (step: PlannedStep) => void
  readonly onClose: () => void
  /** What can be done with the step as a whole. */
  readonly acts?: ReactNode
}) => {
  const t = useText()
  const { name, about, phases, Options } = METHOD_VIEWS[step.kind]
  const writes = allPhasesOf(step).some(({ policies }) => policies.add !== 'none')
  const isPrivate = allPhasesOf(step).some(isWritten)
  const change = (part: Partial<PlannedStep>): void => onChange({ ...step, ...part })
  return (
    <Panel title={step.title || t(name)} onClose={onClose}>
      <div className={styles.sheet}>
        <p className={styles.about}>{t(about)}</p>
        {open.words && (
          <TextField
            label={t('agenda.title')}
            value={step.title}
            placeholder={t(name)}
            maxLength={LIMITS.titleCharacters}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
        {open.words && (
          <TextArea
            label={t('agenda.question')}
            value={step.question}
            maxLength={LIMITS.questionCharacters}
            hint={t('agenda.question-about')}
            onChange={(event) => change({ question: event.target.value })}
          />
        )}
        {open.minutes && (
          <ul className={styles.phases}>
            {allPhasesOf(step).map(({ key, minutes }) => {
              const view = phases[key]
              if (!view) return null
              const less = minutes > 0 ? withMinutes(step, key, minutes - 1) : undefined
              const more = withMinutes(step, key, minutes + 1)
              return (
                <li key={key} className={styles.phase}>
                  <span>{t(view.label)}</span>
                  <MinutesStepper
                    label={t(view.label)}
                    value={minutes}
                    canLess={less !== undefined}
                    canMore={more !== undefined}
                    onLess={() => less && onChange(less)}
                    onMore={() => more && onChange(more)}
                  />
                </li>
              )
            })}
          </ul>
        )}
        {Options && open.promise && (
          <Suspense>
            <Options
              settings={step.settings}
              onChange={(settings) => onChange({ ...step, settings: { ...step.settings, ...settings } })}
            />
          </Suspense>
        )}
        {methodOf(step.kind).prompts && open.prompts && (
          <Check
            label={t('agenda.brought')}
            hint={t('agenda.brought-about')}
            checked={step.prompts === 'brought'}
            onChange={(isOn) => change({ prompts: isOn ? 'brought' : [] })}
          />
        )}
        {writes && open.promise && (
          <Choice
            label={t('create.names')}
            options={[
              { value: 'hidden', label: t('create.names-hidden') },
              { value: 'shown', label: t('create.names-shown') },
            ]}
            value={step.names}
            onChange={(names) => change({ names })}
            hint={t(step.names === 'hidden' ? 'create.names-hidden-about' : 'create.names-shown-about')}
          />
        )}
        {open.early && isPrivate && (
          <Check
            label={t('agenda.early')}
            hint={t('agenda.early-about')}
            checked={step.early}
            onChange={(early) => change({ early })}
          />
        )}
        {open.advances && (
          <Check
            label={t('agenda.advances')}
            hint={t('agenda.advances-about')}
            checked={step.advances}
            onChange={(advances) => change({ advances })}
          />
        )}
        <TextArea
          label={t('agenda.notes')}
          value={step.notes}
          maxLength={LIMITS.notesCharacters}
          hint={t('agenda.notes-about')}
          onChange={(event) => change({ notes: event.target.value })}
        />
        {acts && <div className={styles.acts}>{acts}</div>}
      </div>
    </Panel>
  )
}

const isWritten = ({ policies, minutes }: ReturnType<typeof allPhasesOf>[number]): boolean =>
  policies.add === 'private' && minutes > 0
