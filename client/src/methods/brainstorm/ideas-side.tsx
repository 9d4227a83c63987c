import type { DraftItem, Item } from '@roundel/shared/board'
import type { StepPart } from '@roundel/shared/session'
import { Suspense, useState } from 'react'
import { stepColour } from '../../board/colours.ts'
import { Composer } from '../../board/composer.tsx'
import { findOwn, listPublished } from '../../board/items.ts'
import { LateChoices } from '../../board/late-choices.tsx'
import { findLeftOver } from '../../board/left-over.ts'
import { OwnDrafts } from '../../board/own-drafts.tsx'
import { useComposing } from '../../board/use-composing.ts'
import { usePublishLate } from '../../board/use-publish-late.ts'
import { useLanguage, useText } from '../../i18n/text.ts'
import { useSettledDrafts } from '../../state/settled-drafts.ts'
import { useBoard, useDraft, useRecords, useTyping, useView } from '../../sync/room-context.ts'
import { FinishedButton } from './finished-button.tsx'
import { LaterLateDrafts, LaterOwnPublished } from './later-rooms.tsx'
import { useAddIdea, useOvertaken } from './use-add-idea.ts'
import styles from './ideas-side.module.css'

/** One's own side while ideas are added: the composer, and what one has written. */
export const IdeasSide = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const language = useLanguage()
  const { session, me } = useView()
  const draft = useDraft()
  const drafts = useRecords<DraftItem>(draft?.items)
  const items = useRecords<Item>(useBoard()?.items)
  const { ids, settle } = useSettledDrafts()
  const settled = new Set(ids)
  const isPrivate = step.policies.add === 'private'
  const isSigned = step.names === 'shown'
  const colour = isSigned ? me.colour : stepColour(session.agenda, step.id)
  const composing = useComposing({ step: step.id, kind: step.policies.kinds[0] ?? 'idea', language }, settled)
  const ready = [...drafts.values()].filter((item) => item.step === step.id && item.state === 'ready')
  const own = findOwn(items, drafts, me.seat)
  const add = useAddIdea(step, composing, ready.length)
  const typing = useTyping(isSigned && !isPrivate)
  const publishLate = usePublishLate()
  const [overtaken, answer] = useOvertaken(step, composing)
  const [problem, setProblem] = useState<string>()
  const isLockedOut = !isPrivate && step.locked && me.role === 'participant'
  const others = typing.others.map(({ name }) => name)

  const addOvertaken = async (): Promise<void> => {
    const id = composing.flush()
    const failure = id && (await publishLate(id))
    setProblem(failure)
    if (failure) return
    answer()
    composing.begin()
  }
  return (
    <>
      {!isLockedOut && (
        <Composer
          composing={composing}
          placeholder={t('composer.placeholder')}
          colour={colour}
          mayChooseColour={isSigned}
          onAdd={add}
          onTyping={isSigned && !isPrivate ? typing.say : undefined}
          instead={
            overtaken && (
              <fieldset className={styles.overtaken}>
                <legend>{t('late.overtaken')}</legend>
                <LateChoices
                  onAdd={() => void addOvertaken()}
                  onKeep={() => {
                    settle(overtaken)
                    composing.flush()
                    composing.begin()
                  }}
                  onDiscard={composing.discard}
                />
                {problem && <p role="alert">{problem}</p>}
              </fieldset>
            )
          }
        >
          {others[0] !== undefined && (
            <p className={styles.typing}>{t('brainstorm.typing', { name: others[0], others: others.length - 1 })}</p>
          )}
        </Composer>
      )}
      {isPrivate ? (
        <>
          {draft && <OwnDrafts draft={draft} items={ready} colour={colour} />}
          <FinishedButton />
        </>
      ) : (
        <Suspense>
          {draft && <LaterLateDrafts draft={draft} leftOver={findLeftOver(drafts, step.id, settled, composing.id)} />}
          <LaterOwnPublished items={listPublished(items).filter((item) => item.step === step.id && own.has(item.id))} />
        </Suspense>
      )}
    </>
  )
}
