import type { DraftItem, Item } from '@roundel/shared/board'
import type { StepPart } from '@roundel/shared/session'
import { type ReactNode, Suspense } from 'react'
import { stepColour } from '../../board/colours.ts'
import { Composer } from '../../board/composer.tsx'
import { useFlavour } from '../../board/flavour.ts'
import { findOwn, listOfStep } from '../../board/items.ts'
import { OwnDrafts } from '../../board/own-drafts.tsx'
import { useAddIdea } from '../../board/use-add-idea.ts'
import { useLateSentence } from '../../board/use-late-sentence.tsx'
import { useLeftOver } from '../../board/use-left-over.ts'
import { useWriting } from '../../board/writing.tsx'
import { useText } from '../../i18n/text.ts'
import { useBoard, useDraft, useRecords, useTyping, useView } from '../../sync/room-context.ts'
import { Trays } from '../trays.tsx'
import { FinishedButton } from './finished-button.tsx'
import { LaterLateDrafts, LaterOwnPublished } from './later-rooms.tsx'
import styles from './ideas-side.module.css'

const IdeaComposer = ({
  step,
  ownCount,
  placeholder,
}: {
  readonly step: StepPart
  readonly ownCount: number
  readonly placeholder: string | undefined
}) => {
  const t = useText()
  const { session, me } = useView()
  const writing = useWriting()
  const late = useLateSentence(writing)
  const flavour = useFlavour()
  const { add, addAll } = useAddIdea(step, writing, ownCount)
  const isSigned = step.names === 'shown'
  const isOpen = step.policies.add === 'open'
  const typing = useTyping(isSigned && isOpen)
  const others = typing.others.map(({ name }) => name)
  return (
    <Composer
      writing={writing}
      placeholder={placeholder ?? flavour.placeholder ?? t('composer.placeholder')}
      colour={isSigned ? me.colour : stepColour(session.agenda, writing.home?.step ?? step.id)}
      mayChooseColour={isSigned && !writing.isOvertaken}
      onAdd={writing.isOvertaken ? late.add : add}
      onAddAll={writing.isOvertaken ? undefined : addAll}
      onTyping={isSigned && isOpen ? typing.say : undefined}
      instead={late.choices}
    >
      {others[0] !== undefined && (
        <p className={styles.typing}>{t('brainstorm.typing', { name: others[0], others: others.length - 1 })}</p>
      )}
    </Composer>
  )
}

/**
 * One's own side: the composer while ideas are added or a sentence is still in hand, what is left over, and what one has
 * written. The composer is one and the same in all phases, so that none takes a sentence or its caret away.
 */
export const IdeasSide = ({
  step,
  placeholder,
  children,
}: {
  readonly step: StepPart
  /** What an empty note says, where it is not just an idea that is asked for. */
  readonly placeholder?: string
  /** What else stands there in a phase in which nothing is added. */
  readonly children?: ReactNode
}) => {
  const { session, me } = useView()
  const draft = useDraft()
  const drafts = useRecords<DraftItem>(draft?.items)
  const items = useRecords<Item>(useBoard()?.items)
  const left = useLeftOver()
  const { home, isOvertaken } = useWriting()
  const { add } = step.policies
  const isLockedOut = add === 'open' && step.locked && me.role === 'participant'
  const colour = step.names === 'shown' ? me.colour : stepColour(session.agenda, step.id)
  const ready = [...drafts.values()].filter((item) => item.step === step.id && item.state === 'ready')
  const own = findOwn(items, drafts, me.seat)
  return (
    <>
      {(isOvertaken || (add !== 'none' && (!isLockedOut || home !== undefined))) && (
        <IdeaComposer step={step} ownCount={ready.length} placeholder={isOvertaken ? undefined : placeholder} />
      )}
      {add === 'private' && (
        <>
          {draft && <OwnDrafts draft={draft} items={ready} colour={colour} />}
          <FinishedButton />
        </>
      )}
      <Suspense>
        {left && <LaterLateDrafts {...left} />}
        {add === 'open' && (
          <LaterOwnPublished items={listOfStep(items, { id: step.id }).filter(({ id }) => own.has(id))} />
        )}
      </Suspense>
      {add !== 'none' && <Trays besides={step.kind} />}
      {children}
    </>
  )
}
