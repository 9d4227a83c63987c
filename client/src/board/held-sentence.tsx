import { useText } from '../i18n/text.ts'
import { useView } from '../sync/room-context.ts'
import { stepColour } from './colours.ts'
import { Composer } from './composer.tsx'
import { useLateSentence } from './use-late-sentence.tsx'
import { useWriting } from './writing.tsx'

/** On a screen that has no composer: the sentence that was being written when it came, with its caret. */
export const HeldSentence = () => {
  const t = useText()
  const { session } = useView()
  const writing = useWriting()
  const { add, choices } = useLateSentence(writing)
  if (!choices || !writing.home) return null
  return (
    <Composer
      writing={writing}
      placeholder={t('composer.placeholder')}
      colour={stepColour(session.agenda, writing.home.step)}
      mayChooseColour={false}
      onAdd={add}
      instead={choices}
    />
  )
}
