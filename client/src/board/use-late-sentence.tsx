import { cleanText } from '@roundel/shared/kernel'
import { type ReactNode, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useSettledDrafts } from '../state/settled-drafts.ts'
import { useDraft, useView } from '../sync/room-context.ts'
import type { AddSentence } from './composer.tsx'
import { finishComposing } from './composing.ts'
import { LateChoices } from './late-choices.tsx'
import { isStepOpen } from './revealed.ts'
import { usePublishLate } from './use-publish-late.ts'
import type { Writing } from './writing.tsx'
import { Alert } from '../ui/alert.tsx'
import styles from './late-choices.module.css'

/** What can become of a sentence that the session went on over, while it still stands in the composer. */
export const useLateSentence = (
  writing: Writing,
): { readonly add: AddSentence; readonly choices: ReactNode | undefined } => {
  const t = useText()
  const view = useView()
  const { session, step } = view
  const draft = useDraft()
  const settle = useSettledDrafts((settled) => settled.settle)
  const publishLate = usePublishLate()
  const [problem, setProblem] = useState<string>()

  const { home } = writing
  const isOpen = home !== undefined && isStepOpen(view, home.step)
  const add = async (): Promise<undefined> => {
    if (!home || !draft || cleanText(writing.text) === '') return undefined
    if (!isOpen) {
      // Its reveal is still to come, and takes it along.
      finishComposing(draft, writing.id, writing.text, home, undefined)
      writing.begin()
      return undefined
    }
    const id = writing.flush()
    const failure = id && (await publishLate(id))
    setProblem(failure)
    if (!failure) writing.begin()
    return undefined
  }
  const keep = (): void => {
    const id = writing.flush()
    if (id) settle(id)
    writing.begin()
  }
  const isOpening = session.state === 'live' && step?.id === home?.step && step?.policies.add === 'open'
  return {
    add,
    choices: writing.isOvertaken ? (
      <fieldset className={styles.question}>
        <legend>{t(isOpening ? 'late.overtaken' : 'late.went-on')}</legend>
        <LateChoices isLate={isOpen} onAdd={() => void add()} onKeep={keep} onDiscard={writing.discard} />
        <Alert>{problem}</Alert>
      </fieldset>
    ) : undefined,
  }
}
