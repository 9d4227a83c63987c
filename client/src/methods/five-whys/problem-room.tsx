import { LIMITS, cleanLine } from '@roundel/shared/kernel'
import { PROBLEM_FIELDS, type ProblemField, listGaps } from '@roundel/shared/methods/five-whys'
import { BadgeCheck, CircleDashed } from 'lucide-react'
import { useState } from 'react'
import { useList, useText } from '../../i18n/text.ts'
import { isPressed } from '../../keys/pressed.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useUnsent } from '../../state/unsent-texts.ts'
import { useWhys } from './model.ts'
import { Rules } from './rules.tsx'
import { Sources } from './sources.tsx'
import { useGive, usePress } from './use-give.ts'
import styles from './whys.module.css'
import { FIELD_WORDS } from './words.ts'

/** One part of the statement. What is typed is one's own until it is said; of two who say it at once the second is told. */
const PartField = ({ part }: { readonly part: ProblemField }) => {
  const t = useText()
  const { tree, step } = useWhys()
  const { send, isBusy } = useGive()
  const said = tree.problem.statement[part] ?? ''
  const { text, setText, settle } = useUnsent(`${step} statement ${part}`)
  // An empty field that was emptied on purpose differs from one in which nothing was typed.
  const [isOpen, setIsOpen] = useState(text !== '')
  const [was, setWas] = useState(said)
  const [problem, setProblem] = useState<string>()
  const value = isOpen ? text : said
  const clean = cleanLine(value)
  const isChanged = isOpen && clean !== said
  const isOvertaken = isChanged && was !== said
  const save = async (): Promise<void> => {
    if (!isChanged || isBusy) return
    const { problem: failure } = await send({ type: 'state-problem', field: part, text: clean, was: said })
    setProblem(failure)
    if (failure !== undefined) return
    settle(text)
    setIsOpen(false)
  }
  const { label, like } = FIELD_WORDS[part]
  return (
    <div className={styles.part}>
      <TextArea
        label={t(label)}
        placeholder={t(like)}
        maxLength={LIMITS.questionCharacters}
        value={value}
        hint={isOvertaken ? t('whys.overtaken', { text: said || '–' }) : undefined}
        error={problem}
        onChange={(event) => {
          if (!isOpen) setWas(said)
          setIsOpen(true)
          setText(event.target.value)
          setProblem(undefined)
        }}
        onKeyDown={(event) => {
          if (!isPressed('add', event.nativeEvent)) return
          event.preventDefault()
          void save()
        }}
      />
      {isChanged && (
        <div className={styles.acts}>
          <Button look="primary" disabled={isBusy} onClick={() => void save()}>
            {t('whys.say-part')}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              setText('')
              setIsOpen(false)
              setProblem(undefined)
            }}
          >
            {t('action.cancel')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The statement as it stands, for those who only read. */
export const Statement = () => {
  const t = useText()
  const { tree } = useWhys()
  const { statement } = tree.problem
  return (
    <dl className={styles.statement}>
      {PROBLEM_FIELDS.map((part) => (
        <div key={part} className={styles.stated}>
          <dt>{t(FIELD_WORDS[part].label)}</dt>
          <dd dir="auto" translate="yes">
            {statement[part] ?? '–'}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Whether people may go on and ask why, and for those who lead the press that says so. */
export const Acceptance = () => {
  const t = useText()
  const list = useList()
  const { tree, may } = useWhys()
  const { press, isBusy, problem } = usePress()
  const { accepted, statement } = tree.problem
  const gaps = listGaps(tree.problem)
  return (
    <section className={styles.card} aria-label={t('whys.acceptance')}>
      <p className={styles.chips}>
        <Chip tone={accepted ? 'ok' : 'warn'}>
          {accepted ? <BadgeCheck size={14} aria-hidden="true" /> : <CircleDashed size={14} aria-hidden="true" />}
          {t(accepted ? 'whys.accepted' : 'whys.not-accepted')}
        </Chip>
      </p>
      {!accepted && (
        <p className={styles.hint}>
          {gaps.length > 0
            ? t('whys.gaps', { parts: list(gaps.map((part) => t(FIELD_WORDS[part].label))) })
            : t('whys.accept-about')}
        </p>
      )}
      {may('accept-problem') && (
        <Button
          look={accepted ? 'quiet' : 'primary'}
          disabled={isBusy || (!accepted && gaps.length > 0)}
          onClick={() => void press({ type: 'accept-problem', accepted: !accepted, statement })}
        >
          {t(accepted ? 'whys.accept-undo' : 'whys.accept')}
        </Button>
      )}
      {problem && <p className={styles.problem}>{problem}</p>}
    </section>
  )
}

/** What the problem is, before anybody asks why: five parts, the facts beside it, and the gate. */
export const ProblemRoom = () => {
  const { tree, may, leads } = useWhys()
  const isOpen = may('state-problem') && (leads || !tree.problem.accepted)
  return (
    <div className={styles.problemRoom}>
      <div className={styles.card}>
        {isOpen ? PROBLEM_FIELDS.map((part) => <PartField key={part} part={part} />) : <Statement />}
      </div>
      <div className={styles.column}>
        <Acceptance />
        <Sources />
        <Rules />
      </div>
    </div>
  )
}
