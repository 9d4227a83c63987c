import type { Cluster, Item } from '@roundel/shared/board'
import type { ClusterId, StepId } from '@roundel/shared/kernel'
import type { SessionPart } from '@roundel/shared/session'
import { ChevronLeft } from 'lucide-react'
import { type ReactNode, Suspense } from 'react'
import { navigate } from '../app/navigation.ts'
import { Empty } from '../board/empty.tsx'
import { listPublished } from '../board/items.ts'
import { Outcome } from '../board/outcome.tsx'
import { useLanguage, useText } from '../i18n/text.ts'
import { useAgendaWords } from '../methods/agenda-words.ts'
import { METHOD_VIEWS, type StageParts } from '../methods/index.ts'
import { useBoard, useGathered, useRecords, useView } from '../sync/room-context.ts'
import { useFocusOnArrival } from '../ui/focus.ts'
import styles from './look-back.module.css'

/** Whether an item belongs to a step: it was added there, or put into a group that was made there. */
const belongsTo = (step: StepId, item: Item, clusters: ReadonlyMap<ClusterId, Cluster>): boolean =>
  item.step === step || (item.cluster !== undefined && clusters.get(item.cluster)?.step === step)

const Header = ({
  entry,
  at,
  onBack,
}: {
  readonly entry: SessionPart['agenda'][number] | undefined
  readonly at: number
  readonly onBack: () => void
}) => {
  const t = useText()
  const language = useLanguage()
  const words = useAgendaWords()
  const { challenge } = useView().session
  const heading = useFocusOnArrival()
  const question = entry?.question || challenge.translations?.[language] || challenge.text
  return (
    <div className={styles.header}>
      <div className={styles.words}>
        {entry && <p className={styles.at}>{t('look-back.at', { n: at, title: words(entry).title })}</p>}
        <h1 id="question" ref={heading} tabIndex={-1} className={styles.question} dir="auto">
          {entry ? question : t('look-back.not-yet')}
        </h1>
      </div>
      <button type="button" className={styles.back} onClick={onBack}>
        <ChevronLeft className={styles.mirrored} size={18} aria-hidden="true" />
        {t('look-back.now')}
      </button>
    </div>
  )
}

const Made = ({ step }: { readonly step: StepId }) => {
  const t = useText()
  const board = useBoard()
  const clusters = useRecords<Cluster>(board?.clusters)
  const items = listPublished(useRecords<Item>(board?.items))
  return items.some((item) => belongsTo(step, item, clusters)) ? (
    <Outcome isShown={(item, all) => belongsTo(step, item, all)} />
  ) : (
    <Empty title={t('look-back.none')} />
  )
}

/** A step as its method shows what is over, or what was made in it. */
const Shown = ({ entry: { id, kind } }: { readonly entry: SessionPart['agenda'][number] }) => {
  const { Past } = METHOD_VIEWS[kind]
  return Past ? (
    <Suspense>
      <Past step={id} />
    </Suspense>
  ) : (
    <Made step={id} />
  )
}

interface LookBackProps {
  /** The step, counted from 1. */
  readonly at: number
  readonly frame: (parts: StageParts) => ReactNode
}

/**
 * A step that has begun, to be read again by one person: its question and what was made in it, by group. The session
 * does not notice. It ends with one press, or when everyone is called back.
 */
export const LookBack = ({ at, frame }: LookBackProps) => {
  const { session } = useView()
  const entry = session.agenda[at - 1]
  const hasBegun = entry?.phases !== undefined && (entry.state !== 'planned' || !entry.plan || entry.plan.spent)
  const shown = hasBegun ? entry : undefined
  const goBack = (): void => navigate({ page: 'stage', session: session.id }, 'replace')
  useGathered(goBack)
  return frame({
    question: <Header entry={shown} at={at} onBack={goBack} />,
    room: shown && <Shown entry={shown} />,
  })
}
