import type { Cluster, Item } from '@roundel/shared/board'
import { type ItemId, asId } from '@roundel/shared/kernel'
import type { Sheet } from '@roundel/shared/methods'
import { FAN_WEIGHTS, SCORING_IDS, scoringOf } from '@roundel/shared/scoring'
import { useState } from 'react'
import { listOfStep } from '../board/items.ts'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useBoard, useRecords, useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Choice } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { useCriteria } from './criterion-words.ts'
import styles from './prepare-room.module.css'
import { SubjectList } from './subject-list.tsx'
import { useSubjects } from './use-subjects.ts'
import type { Vote } from './use-vote.ts'

/** Seconds that an answer takes, by experience. */
const ANSWER_SECONDS = 6
/** Above so many, a few dots first make a shortlist. */
const LONG_LIST = 10

const WEIGHTS = ['equal', 'quick-wins', 'radical'] as const

const sameWeights = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What is to be voted on: for everybody to read, and for those who lead to set up. Every change holds at once. */
export const PrepareRoom = ({ vote }: { readonly vote: Vote }) => {
  const t = useText()
  const { sheet } = vote.view
  return vote.leads ? (
    <SheetForm sheet={sheet} />
  ) : (
    <div className={styles.room}>
      <ul className={styles.rules}>
        <li>{t('scoring.rule-of-play.alone')}</li>
        <li>{t('scoring.rule-of-play.secret')}</li>
        <li>{t('scoring.rule-of-play.abstain')}</li>
      </ul>
      <SubjectList ids={sheet.items} />
    </div>
  )
}

const SheetForm = ({ sheet }: { readonly sheet: Sheet }) => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { step } = useView()
  const board = useBoard()
  const items = useRecords<Item>(board?.items)
  const clusters = useRecords<Cluster>(board?.clusters)
  const subjectOf = useSubjects()
  const [criterion, setCriterion] = useState(() => String(sheet.options['criterion'] ?? ''))
  const criteria = useCriteria({ scoring: sheet.scoring, settings: sheet.options })
  if (!step) return null
  const ideas = listOfStep(items, step).filter(({ kind }) => kind === 'idea')
  const groups = [...clusters.values()].filter(({ id }) => ideas.some(({ cluster }) => cluster === id))
  const offered: readonly ItemId[] =
    sheet.subject === 'groups' ? groups.map(({ id }) => asId<'item'>(id)) : ideas.map(({ id }) => id)
  const chosen = new Set(sheet.items)

  const change = async (next: Partial<Sheet>): Promise<void> => {
    const { scoring, options, subject, items: wanted, voters } = { ...sheet, ...next }
    const reply = await give({ type: 'set-up-scoring', scoring, options, subject, items: [...wanted], voters })
    if (!reply.ok) announce(t(PROBLEM_TEXTS[reply.error.code]), 'assertive')
  }
  const choose = (wanted: readonly ItemId[]): void => {
    // Nothing to vote on cannot be set up: the last one stays.
    if (wanted.length > 0) void change({ items: wanted })
  }
  const questions = Math.max(1, criteria.length)
  const minutes = Math.max(1, Math.ceil((sheet.items.length * questions * ANSWER_SECONDS) / 60))
  const { kind } = scoringOf(sheet.scoring)
  return (
    <div className={styles.form}>
      <section className={styles.part} aria-labelledby="how">
        <h2 id="how">{t('score.how')}</h2>
        <Choice
          label={t('score.how')}
          options={SCORING_IDS.map((id) => ({ value: id, label: t(`scoring.name.${id}`) }))}
          value={sheet.scoring}
          onChange={(scoring) => {
            const criterionAsked = criterion.trim()
            const options = scoring === 'ranking' && criterionAsked ? { criterion: criterionAsked } : {}
            void change({ scoring, options })
          }}
          hint={t(`scoring.about.${sheet.scoring}`)}
        />
        {sheet.scoring === 'ranking' && (
          <TextField
            label={t('score.criterion')}
            hint={t('score.criterion-about')}
            value={criterion}
            maxLength={500}
            dir="auto"
            onChange={({ target }) => setCriterion(target.value)}
            onBlur={() =>
              criterion.trim() && void change({ options: { ...sheet.options, criterion: criterion.trim() } })
            }
          />
        )}
        {sheet.scoring === 'fan' && (
          <Choice
            label={t('scoring.word.weight')}
            options={WEIGHTS.map((name) => ({ value: name, label: t(`scoring.weights.${name}`) }))}
            value={WEIGHTS.find((name) => sameWeights(sheet.options['weights'], FAN_WEIGHTS[name])) ?? 'equal'}
            onChange={(name) => void change({ options: { ...sheet.options, weights: FAN_WEIGHTS[name] } })}
            hint={t('score.weights-about')}
          />
        )}
      </section>
      <section className={styles.part} aria-labelledby="what">
        <h2 id="what">{t('score.what')}</h2>
        <Choice
          label={t('score.subject')}
          options={[
            { value: 'ideas', label: t('score.subject-ideas') },
            { value: 'groups', label: t('score.subject-groups') },
          ]}
          value={sheet.subject}
          onChange={(subject) => {
            const all = subject === 'groups' ? groups.map(({ id }) => asId<'item'>(id)) : ideas.map(({ id }) => id)
            if (all.length > 0) void change({ subject, items: all })
          }}
        />
        <p className={styles.about}>
          {t('score.amount', { count: sheet.items.length, minutes })}
          {kind === 'judging' && sheet.items.length > LONG_LIST && <> {t('score.dots-first')}</>}
        </p>
        <p className={styles.presses}>
          <Button onClick={() => choose(offered)}>{t('score.choose-all')}</Button>
        </p>
        <ul className={styles.list} aria-label={t('score.ideas')}>
          {offered.map((id) => (
            <li key={id}>
              <Check
                label={subjectOf(id).text}
                checked={chosen.has(id)}
                onChange={(wanted) =>
                  choose(wanted ? [...sheet.items, id] : sheet.items.filter((other) => other !== id))
                }
              />
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.part} aria-labelledby="who">
        <h2 id="who">{t('score.who')}</h2>
        <Choice
          label={t('score.clients')}
          options={[
            { value: 'alike', label: t('score.clients-alike') },
            { value: 'apart', label: t('score.clients-apart') },
            { value: 'not', label: t('score.clients-not') },
          ]}
          value={sheet.voters.clients}
          onChange={(clients) => void change({ voters: { ...sheet.voters, clients } })}
        />
        <Check
          label={t('score.leaders-vote')}
          checked={sheet.voters.facilitators}
          onChange={(facilitators) => void change({ voters: { ...sheet.voters, facilitators } })}
        />
      </section>
    </div>
  )
}
