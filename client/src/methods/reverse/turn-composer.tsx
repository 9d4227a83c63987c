import type { Item } from '@roundel/shared/board'
import { type ItemId, cleanText } from '@roundel/shared/kernel'
import { findMereNegation } from '@roundel/shared/methods/reverse'
import type { StepPart } from '@roundel/shared/session'
import { type ReactNode, useState } from 'react'
import { stepColour } from '../../board/colours.ts'
import { type AddSentence, Composer } from '../../board/composer.tsx'
import { finishComposing } from '../../board/composing.ts'
import { useWriting } from '../../board/writing.tsx'
import { guessLanguage } from '../../i18n/language.ts'
import { useLanguage, useText } from '../../i18n/text.ts'
import { runAction } from '../../keys/actions.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useDraft, useRoom, useView } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { MereNegation } from './mere-negation.tsx'

/** Where a bad idea is turned round: a note that becomes an idea linked to it. */
export const TurnComposer = ({
  step,
  item,
  children,
}: {
  readonly step: StepPart
  readonly item: Item
  readonly children?: ReactNode
}) => {
  const t = useText()
  const language = useLanguage()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { session, me } = useView()
  const draft = useDraft()
  const writing = useWriting()
  /** The bad ideas for which this person was asked already. */
  const [asked, setAsked] = useState<ReadonlySet<ItemId>>(new Set())
  const [asksOf, setAsksOf] = useState<string>()

  const send = async (text: string): Promise<string | undefined> => {
    const taken = writing.take()
    const lang = guessLanguage(text, language)
    const reply = await give({ type: 'add-item', kind: 'idea', text, lang, inverts: [item.id] })
    if (reply.ok) {
      writing.drop(taken)
      announce(t('own.published'))
      return undefined
    }
    if (reply.error.code !== 'offline' || !draft) {
      writing.giveBack(taken)
      return t(PROBLEM_TEXTS[reply.error.code])
    }
    // Kept as a private idea; on return its owner is asked whether it shall join, and can link it then.
    finishComposing(draft, taken.id, text, { step: step.id, kind: 'idea', language }, undefined)
    writing.release(taken)
    return t('composer.kept-offline')
  }
  const add: AddSentence = async ({ text }) => {
    const isMere = findMereNegation(item.text, text, guessLanguage(text, language)) !== undefined
    if (!isMere || asked.has(item.id)) return send(text)
    setAsked(new Set([...asked, item.id]))
    setAsksOf(text)
    return undefined
  }
  const asks = asksOf !== undefined && cleanText(writing.text) === asksOf
  return (
    <Composer
      writing={writing}
      placeholder={t('reverse.turn-placeholder')}
      colour={step.names === 'shown' ? me.colour : stepColour(session.agenda, step.id)}
      mayChooseColour={false}
      onAdd={add}
      instead={
        asks && asksOf !== undefined ? (
          <MereNegation
            onAdd={() => {
              setAsksOf(undefined)
              void send(asksOf).then((problem) => problem && announce(problem, 'assertive'))
            }}
            onWrite={() => {
              setAsksOf(undefined)
              runAction('compose')
            }}
          />
        ) : undefined
      }
    >
      {children}
    </Composer>
  )
}
