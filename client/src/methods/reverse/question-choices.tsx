import { LIMITS, cleanLine } from '@roundel/shared/kernel'
import type { ReverseOwn, ReverseView } from '@roundel/shared/methods/reverse'
import type { StepPart } from '@roundel/shared/session'
import { Check, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { MessageKey } from '../../i18n/message-key.ts'
import { useText } from '../../i18n/text.ts'
import type { CommandBody } from '../../sync/commands.ts'
import { useViewPart } from '../../sync/room-context.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useOwnWork, useWork } from '../use-work.ts'
import styles from './question-choices.module.css'
import { useTell } from './use-tell.ts'
import { type Turned, useTurned } from './use-turned.ts'

const TURN_WORDS: Readonly<Record<NonNullable<Turned['turn']>, MessageKey>> = {
  cause: 'reverse.turn-cause',
  worsen: 'reverse.turn-worsen',
  opposite: 'reverse.turn-opposite',
}

/** One way to ask, and for who leads the press that asks it. */
const Way = ({
  label,
  text,
  isAsked,
  onAsk,
  onDrop,
}: {
  readonly label: string
  readonly text: string
  readonly isAsked: boolean
  readonly onAsk: (() => void) | undefined
  readonly onDrop?: (() => void) | undefined
}) => {
  const t = useText()
  return (
    <li className={styles.way} data-asked={isAsked || undefined}>
      <div className={styles.words}>
        <p className={styles.label}>{label}</p>
        <p dir="auto" translate="yes" className={styles.text}>
          {text}
        </p>
      </div>
      <div className={styles.acts}>
        {isAsked ? (
          <span className={styles.asked}>
            <Check size={18} aria-hidden="true" />
            {t('reverse.asked-now')}
          </span>
        ) : (
          onAsk && (
            <Button aria-label={t('reverse.ask-this-of', { text })} onClick={onAsk}>
              {t('reverse.ask-this')}
            </Button>
          )
        )}
        {onDrop && (
          <Button look="quiet" aria-label={t('reverse.drop-of', { text })} onClick={onDrop}>
            <Trash2 size={16} aria-hidden="true" />
            {t('reverse.drop')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** The ways to turn the question round: the three that it gives by itself, those of the people, and the words of one's own. */
export const QuestionChoices = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const tell = useTell()
  const { can } = useViewPart('me')
  const turned = useTurned(step)
  const work = useWork<ReverseView>()
  const own = useOwnWork<ReverseOwn>()
  const [text, setText] = useState('')
  const mayChoose = can['choose-turned'] === true
  const mayPropose = can['propose-turned'] === true
  const clean = cleanLine(text)
  const isTold = async (command: CommandBody): Promise<void> => {
    if (await tell(command, t('reverse.proposed'))) setText('')
  }
  return (
    <section className={styles.choices} aria-label={t('reverse.proposals')}>
      <ul className={styles.ways}>
        {turned.proposals.map(({ turn, text: words }) => (
          <Way
            key={turn}
            label={t(TURN_WORDS[turn])}
            text={words}
            isAsked={turned.turn === turn}
            onAsk={mayChoose ? () => void tell({ type: 'choose-turned', turn }) : undefined}
          />
        ))}
        {work?.proposals.map(({ id, text: words }) => (
          <Way
            key={id}
            label={t(own?.proposal === id ? 'reverse.turn-yours' : 'reverse.turn-own')}
            text={words}
            isAsked={turned.question === words}
            onAsk={mayChoose ? () => void tell({ type: 'choose-turned', proposal: id }) : undefined}
            onDrop={can['drop-turned'] ? () => void tell({ type: 'drop-turned', proposal: id }) : undefined}
          />
        ))}
      </ul>
      {(mayPropose || mayChoose) && (
        <form
          className={styles.own}
          onSubmit={(event) => {
            event.preventDefault()
            if (clean === '') return
            void isTold(mayPropose ? { type: 'propose-turned', text: clean } : { type: 'choose-turned', text: clean })
          }}
        >
          <TextArea
            label={t('reverse.own-words')}
            value={text}
            maxLength={LIMITS.questionCharacters}
            onChange={({ target }) => setText(target.value)}
          />
          <div className={styles.acts}>
            <Button type="submit" look="primary">
              {t(!mayPropose ? 'reverse.ask-this' : own?.proposal ? 'reverse.propose-again' : 'reverse.propose')}
            </Button>
            {mayPropose && own?.proposal && (
              <Button look="quiet" onClick={() => void tell({ type: 'propose-turned' })}>
                {t('reverse.take-back')}
              </Button>
            )}
          </div>
        </form>
      )}
    </section>
  )
}
