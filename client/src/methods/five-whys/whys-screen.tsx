import type { ItemId } from '@roundel/shared/kernel'
import { flushSync } from 'react-dom'
import { LATER } from '../../i18n/catalogue.ts'
import { useText } from '../../i18n/text.ts'
import { MoreTexts } from '../../i18n/texts.tsx'
import { runAction, useAction } from '../../keys/actions.ts'
import { joinClasses } from '../../ui/classes.ts'
import type { ScreenProps, StageParts } from '../method-view.tsx'
import { AnswerCard } from './answer-card.tsx'
import { CountermeasuresRoom } from './countermeasures-room.tsx'
import { IdeaCard } from './idea-card.tsx'
import { type Whys, WhysProvider, useWhysModel } from './model.ts'
import { PausedNotice } from './pause.tsx'
import { ProblemRoom } from './problem-room.tsx'
import { ReadingSide } from './reading-side.tsx'
import { RunFoot } from './run-foot.tsx'
import { TreeRoom } from './tree-room.tsx'
import { WhysQuestion } from './whys-question.tsx'
import styles from './whys.module.css'

/** The screen of the present phase: at the side one link of the tree, in the room the whole of it. */
export const WhysScreen = (props: ScreenProps) => (
  <MoreTexts from={LATER}>
    <WhysRun {...props} />
  </MoreTexts>
)

/** Puts the caret where something is said under what is looked at. */
const write = (): void => {
  runAction('tab write')
  document.querySelector<HTMLElement>('[data-say] textarea')?.focus()
}

const WhysRun = ({ frame }: ScreenProps) => {
  const t = useText()
  const whys = useWhysModel()
  useAction({
    id: 'compose',
    name: t('whys.add'),
    run: write,
    when: whys?.may('add-cause') === true || whys?.may('add-countermeasure') === true,
  })
  if (!whys) return null
  const writeUnder = (item: ItemId | undefined): void => {
    flushSync(() => whys.choose(item))
    write()
  }
  return <WhysProvider value={whys}>{frame(listParts(whys, writeUnder))}</WhysProvider>
}

const listParts = (
  { phase, takesPart, may, tree, isScreen }: Whys,
  writeUnder: (item: ItemId | undefined) => void,
): StageParts => {
  const question = <WhysQuestion />
  switch (phase) {
    case 'whys':
      return {
        question,
        side: takesPart && <AnswerCard />,
        room: <TreeRoom onAnswer={may('add-cause') ? writeUnder : undefined} />,
      }
    case 'therefore':
    case 'roots':
      return { question, side: tree.causes.length > 0 && takesPart && <ReadingSide />, room: <TreeRoom /> }
    case 'countermeasures':
      return {
        question,
        side: may('add-countermeasure') && <IdeaCard />,
        room: (
          <div className={joinClasses(styles.room, isScreen && styles.wide)}>
            <PausedNotice />
            <CountermeasuresRoom onWrite={writeUnder} />
            <RunFoot />
          </div>
        ),
      }
    default:
      return {
        question,
        room: (
          <div className={joinClasses(styles.room, isScreen && styles.wide)}>
            <PausedNotice />
            <ProblemRoom />
            <RunFoot />
          </div>
        ),
      }
  }
}
