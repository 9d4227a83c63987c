import type { Item } from '@roundel/shared/board'
import type { StepPart } from '@roundel/shared/session'
import { isWorkedOn, listPublished } from '../../board/items.ts'
import { useText } from '../../i18n/text.ts'
import { Question } from '../../session/question.tsx'
import { useBoard, useRecords } from '../../sync/room-context.ts'
import { Track } from '../../ui/track.tsx'

/** The question, with one line on what is going on in this phase. */
export const PhaseQuestion = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const items = useRecords<Item>(useBoard()?.items)
  const { counts, policies } = step
  if (policies.add === 'private') {
    const { ready, writers, finished, here } = counts
    return (
      <Question
        sub={ready > 0 ? t('brainstorm.private', { ideas: ready, people: writers }) : t('brainstorm.silence')}
        aside={here > 0 && <Track part={finished / here} label={t('brainstorm.finished-of', { finished, here })} />}
      />
    )
  }
  const published = listPublished(items).filter((item) => isWorkedOn(item, step))
  if (policies.add === 'open') {
    const key = step.names === 'shown' ? 'brainstorm.open-signed' : 'brainstorm.open'
    return <Question sub={t(key, { count: published.length })} />
  }
  if (policies.group !== 'none') {
    const groups = new Set(published.flatMap(({ cluster }) => cluster ?? [])).size
    const loose = published.filter(({ cluster }) => !cluster).length
    return <Question sub={t('brainstorm.grouping', { groups, loose })} />
  }
  return <Question sub={t('brainstorm.frame-sub')} />
}
