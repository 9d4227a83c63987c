import { type Item, isJudgeable } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { Check, Plus } from 'lucide-react'
import { useState } from 'react'
import { listPublished } from '../../board/items.ts'
import { useNumber, useText } from '../../i18n/text.ts'
import { useBoard, useRecords } from '../../sync/room-context.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Panel } from '../../ui/panel.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './decide.module.css'
import type { Deciding } from './model.ts'
import { useChosen } from './use-chosen.ts'
import { useFigures } from './use-figures.ts'
import { useIdeaWords } from './use-ideas.ts'

/** How many places are shown before one asks for more. */
const SHOWN = 6

const Candidate = ({
  text,
  rank,
  figure,
  isChosen,
  onChoose,
  isWaiting = false,
}: {
  readonly text: string
  /** Its place in the vote; null where it has none, undefined where there was no vote. */
  readonly rank?: number | null
  /** What gave it that place, in words. */
  readonly figure?: string | undefined
  readonly isChosen: boolean
  readonly onChoose?: (() => void) | undefined
  /** Whether what was pressed before is still on its way. */
  readonly isWaiting?: boolean
}) => {
  const t = useText()
  const number = useNumber()
  return (
    <li className={styles.place} data-item="">
      {rank === undefined ? (
        <span />
      ) : (
        <span className={styles.rank}>
          <span aria-hidden="true">{rank === null ? '–' : number(rank)}</span>
          <VisuallyHidden>{rank === null ? t('decide.no-place') : t('decide.place', { place: rank })}</VisuallyHidden>
        </span>
      )}
      <span className={styles.words}>
        <span dir="auto" translate="yes">
          {text}
        </span>
        {(figure !== undefined || isChosen) && (
          <span className={styles.chips}>
            {figure !== undefined && <span className={styles.small}>{figure}</span>}
            {isChosen && (
              <Chip tone="ok">
                <Check size={14} aria-hidden="true" />
                {t('decide.is-chosen')}
              </Chip>
            )}
          </span>
        )}
      </span>
      {!isChosen && onChoose && (
        <IconButton label={t('decide.choose', { text })} disabled={isWaiting} onClick={onChoose}>
          <Plus size={18} aria-hidden="true" />
        </IconButton>
      )}
    </li>
  )
}

const OtherIdeas = ({
  deciding,
  isWaiting,
  onChoose,
  onClose,
}: {
  readonly deciding: Deciding
  readonly isWaiting: boolean
  readonly onChoose: (id: ItemId) => void
  readonly onClose: () => void
}) => {
  const t = useText()
  const board = useBoard()
  const items = listPublished(useRecords<Item>(board?.items)).filter(({ kind }) => kind === 'idea' && isJudgeable(kind))
  const { chosen } = deciding.view.decision
  return (
    <Panel title={t('decide.other-ideas')} onClose={onClose} place="wide">
      {items.length === 0 && <p className={styles.small}>{t('decide.no-ideas')}</p>}
      <ul className={styles.rows}>
        {items.map(({ id, text }) => (
          <Candidate
            key={id}
            text={text}
            isChosen={chosen.includes(id)}
            onChoose={() => onChoose(id)}
            isWaiting={isWaiting}
          />
        ))}
      </ul>
    </Panel>
  )
}

/** What can be chosen: what the vote came to, with its places, and any other idea. */
export const Candidates = ({ deciding }: { readonly deciding: Deciding }) => {
  const t = useText()
  const wordsOf = useIdeaWords()
  const { change, isWaiting, problem } = useChosen(deciding.view.decision)
  const { figureOf } = useFigures(deciding.view)
  const [isWhole, setIsWhole] = useState(false)
  const [isOpen, setIsOpen] = useState(false)
  const { view, may } = deciding
  const { decision, scored } = view
  const writes = may('draft-decision')
  const places = scored?.places ?? []
  const shown = isWhole ? places : places.slice(0, SHOWN)
  const choose = (id: ItemId): void => change([...decision.chosen, id])
  if (!writes && places.length === 0) return null
  return (
    <section className={styles.card} aria-label={t(scored ? 'decide.scored' : 'decide.ideas')}>
      <h2 className={styles.heading}>{t(scored ? 'decide.scored' : 'decide.ideas')}</h2>
      {!scored && <p className={styles.small}>{t('decide.no-vote')}</p>}
      <ol className={styles.rows}>
        {shown.map(({ item, rank }) => (
          <Candidate
            key={item}
            text={wordsOf(item)}
            rank={rank}
            figure={figureOf(item)}
            isChosen={decision.chosen.includes(item)}
            {...(writes && { onChoose: () => choose(item), isWaiting })}
          />
        ))}
      </ol>
      {shown.length < places.length && (
        <Button look="quiet" onClick={() => setIsWhole(true)}>
          {t('decide.all-places', { count: places.length - shown.length })}
        </Button>
      )}
      {writes && (
        <Button onClick={() => setIsOpen(true)}>
          <Plus size={18} aria-hidden="true" />
          {t('decide.other-ideas')}
        </Button>
      )}
      <Alert>{problem}</Alert>
      {isOpen && (
        <OtherIdeas deciding={deciding} isWaiting={isWaiting} onChoose={choose} onClose={() => setIsOpen(false)} />
      )}
    </section>
  )
}
