import type { Cluster, Item } from '@roundel/shared/board'
import { type ItemId, asId } from '@roundel/shared/kernel'
import type { Sheet } from '@roundel/shared/methods'
import { scoringOf } from '@roundel/shared/scoring'
import { useState } from 'react'
import { listOfStep } from '../board/items.ts'
import { useText } from '../i18n/text.ts'
import { useBoard, useRecords, useView } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Choice } from '../ui/choice.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { useCriteria } from './criterion-words.ts'
import { useEarlierVotes } from './earlier-votes.ts'
import styles from './prepare-room.module.css'
import type { ChangeSheet } from './use-sheet.ts'
import { useSubjects } from './use-subjects.ts'

/** Seconds that an answer takes, by experience. */
const ANSWER_SECONDS = 6
/** Above so many, a few dots first make a shortlist. */
const LONG_LIST = 10
/** As many as are taken from an earlier vote when nobody says how many. */
const SHORTLIST = 5

/** What is voted on: all ideas, groups, the first of an earlier vote, or what was picked by hand. */
export const WhatPart = ({ sheet, change }: { readonly sheet: Sheet; readonly change: ChangeSheet }) => {
  const t = useText()
  const { step } = useView()
  const board = useBoard()
  const items = useRecords<Item>(board?.items)
  const clusters = useRecords<Cluster>(board?.clusters)
  const subjectOf = useSubjects()
  const criteria = useCriteria({ scoring: sheet.scoring, settings: sheet.options })
  const [take, setTake] = useState(SHORTLIST)
  const earlier = useEarlierVotes().filter(({ subject }) => subject === 'ideas')
  if (!step) return null
  const ideas = listOfStep(items, step).filter(({ kind, state }) => kind === 'idea' && state === 'published')
  const groups = [...clusters.values()].filter(({ id }) => ideas.some(({ cluster }) => cluster === id))
  const idsOf = (subject: Sheet['subject']): readonly ItemId[] =>
    subject === 'groups' ? groups.map(({ id }) => asId<'item'>(id)) : ideas.map(({ id }) => id)
  const offered = idsOf(sheet.subject)
  const chosen = new Set(sheet.items)
  const choose = (wanted: readonly ItemId[]): void => {
    // Nothing to vote on cannot be set up: the last one stays.
    if (wanted.length > 0) void change({ items: wanted })
  }
  const minutes = Math.max(1, Math.ceil((sheet.items.length * Math.max(1, criteria.length) * ANSWER_SECONDS) / 60))
  const isJudging = scoringOf(sheet.scoring).kind === 'judging'
  return (
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
          const all = idsOf(subject)
          if (all.length > 0) void change({ subject, items: all })
        }}
      />
      <p className={styles.about}>
        {t('score.amount', { count: sheet.items.length, minutes })}
        {isJudging && sheet.items.length > LONG_LIST && <> {t('score.dots-first')}</>}
      </p>
      <div className={styles.presses}>
        <Button onClick={() => choose(offered)}>{t('score.choose-all')}</Button>
        {sheet.subject === 'ideas' && earlier.length > 0 && (
          <>
            <NumberField
              label={t('score.how-many')}
              value={take}
              least={1}
              most={Math.max(1, ideas.length)}
              onChange={setTake}
            />
            {earlier.map(({ step: id, place, result }) => (
              <Button
                key={id}
                onClick={() =>
                  choose(
                    result.order
                      .filter(({ item, rank }) => rank !== null && rank <= take && offered.includes(asId(item)))
                      .map(({ item }) => asId(item)),
                  )
                }
              >
                {t('score.first-of', {
                  count: take,
                  scoring: t(`scoring.name.${result.scoring as 'fan'}`),
                  place,
                })}
              </Button>
            ))}
          </>
        )}
      </div>
      <ul className={styles.list} aria-label={t('score.ideas')}>
        {offered.map((id) => (
          <li key={id}>
            <Check
              label={subjectOf(id).text}
              checked={chosen.has(id)}
              onChange={(wanted) => choose(wanted ? [...sheet.items, id] : sheet.items.filter((other) => other !== id))}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
