import type { StepId } from '@roundel/shared/kernel'
import type { PollView } from '@roundel/shared/methods'
import type { DotsResult, Judged, RankingResult, ScoringResult, TescoResult } from '@roundel/shared/scoring'
import { Table2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { DotsChart } from './dots-chart.tsx'
import { FanScatter } from './fan-scatter.tsx'
import { InWords } from './in-words.tsx'
import { JudgedTable } from './judged-table.tsx'
import { OwnBallotBeside } from './own-ballot-beside.tsx'
import { Podium } from './podium.tsx'
import { RankFlow } from './rank-flow.tsx'
import { AskedThen } from './result-criteria.ts'
import { RulesBeside } from './rules-beside.tsx'
import { SidesBeside } from './sides-beside.tsx'
import { TalkAbout } from './talk-about.tsx'
import { TescoTiles } from './tesco-tiles.tsx'
import { WhatIfWeights } from './what-if-weights.tsx'
import { WithoutOne } from './without-one.tsx'
import { OrderTable } from './order-table.tsx'
import styles from './results.module.css'

const isJudged = (result: ScoringResult): result is ScoringResult & Judged => 'criteria' in result
const isTesco = (result: ScoringResult): result is ScoringResult & TescoResult => result.scoring === 'tesco'
const isDots = (result: ScoringResult): result is ScoringResult & DotsResult => result.scoring === 'dots'
const isRanking = (result: ScoringResult): result is ScoringResult & RankingResult => result.scoring === 'ranking'

/** The charts of a result, by what it is. Each has the same figures as a table. */
const Charts = ({ result, asTable }: { readonly result: ScoringResult; readonly asTable: boolean }) => {
  if (asTable) return <OrderTable result={result} />
  if (isRanking(result)) return <RulesBeside result={result} />
  if (isDots(result)) return <DotsChart result={result} />
  if (!isJudged(result)) return null
  return (
    <div className={styles.charts}>
      {isTesco(result) ? <TescoTiles result={result} /> : result.scoring === 'fan' && <FanScatter result={result} />}
      <JudgedTable result={result} />
    </div>
  )
}

/** What a vote came to, the same for everybody: in words first, then in figures one can defend. */
export const Results = ({
  result,
  poll,
  step,
}: {
  readonly result: ScoringResult
  readonly poll: PollView
  /** Which vote, where it is not the live one. */
  readonly step?: StepId
}) => {
  const t = useText()
  const [asTable, setAsTable] = useState(false)
  const asked = useMemo(() => ({ scoring: poll.scoring, settings: poll.settings }), [poll])
  return (
    <AskedThen value={asked}>
      <div className={styles.results}>
        <header className={styles.head}>
          <p className={styles.sub}>
            {t('score.result-of', {
              people: result.turnout.cast,
              eligible: result.turnout.eligible,
              count: result.order.length,
            })}
          </p>
          <Button aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            <Table2 size={18} aria-hidden="true" />
            {t(asTable ? 'score.as-charts' : 'score.as-table')}
          </Button>
        </header>
        <InWords result={result} asked={asked} />
        <Podium result={result} />
        {isJudged(result) && <TalkAbout result={result} />}
        <Charts result={result} asTable={asTable} />
        <RankFlow result={result} {...(step && { step })} />
        <OwnBallotBeside result={result} poll={poll} />
        <SidesBeside result={result} />
        {isJudged(result) && !isTesco(result) && <WhatIfWeights result={result} />}
        {isRanking(result) && <WithoutOne result={result} />}
      </div>
    </AskedThen>
  )
}
