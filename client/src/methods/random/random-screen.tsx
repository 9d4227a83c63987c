import type { DraftItem, Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { type ComponentType, type ReactNode, useMemo, useState } from 'react'
import { type Flavour, FlavourProvider } from '../../board/flavour.ts'
import { type Text, useText } from '../../i18n/text.ts'
import type { ScreenProps, StageParts } from '../method-view.tsx'
import { AboutWhich } from './about-which.tsx'
import { CardsRoom } from './cards-room.tsx'
import { ConnectForm } from './connect-form.tsx'
import { type Pair, RandomProvider, type RandomStep, useRandomStep } from './random-context.ts'
import { RandomFoot } from './random-foot.tsx'
import { RandomQuestion } from './random-question.tsx'
import { SparkPicker } from './spark-picker.tsx'
import { Tags } from './tags.tsx'
import { ThingsRoom } from './things-room.tsx'

const NONE: readonly ItemId[] = []

const drawTags = (item: Item | DraftItem): ReactNode => <Tags item={item} />

/** What is written in a phase, and what brings it to mind. */
const flavourOf = ({ step, about, sparks }: RandomStep, t: Text): Flavour => {
  if (step.policies.kinds[0] === 'association') {
    return {
      label: t('random.association'),
      placeholder: t('random.association-hint'),
      add: t('random.add-association'),
      added: (count) => t('random.added-association', { count }),
      title: (count) => t('random.your-associations', { count }),
      isQuick: true,
      ...(about && { inspiredBy: [about] }),
      tags: drawTags,
    }
  }
  return { tags: drawTags, ...(step.policies.add !== 'none' && { inspiredBy: sparks }) }
}

/** The parts of the stage in a phase, given those that any method of writing and opening has. */
const partsOf = ({ step, takesPart }: RandomStep, given: StageParts): StageParts => {
  switch (step.phase) {
    case 'frame':
      return { ...given, question: <RandomQuestion />, room: <CardsRoom /> }
    case 'associate':
      return {
        ...given,
        question: <RandomQuestion />,
        side: takesPart && (
          <>
            <AboutWhich />
            {given.side}
          </>
        ),
        room: <CardsRoom />,
      }
    case 'connect':
      return {
        ...given,
        question: <RandomQuestion />,
        side: takesPart && (
          <>
            <ConnectForm />
            {given.side}
          </>
        ),
        sideOnPhone: true,
        room: <ThingsRoom />,
      }
    case 'bridge':
      return {
        ...given,
        question: <RandomQuestion />,
        side: takesPart && (
          <>
            <SparkPicker />
            {given.side}
          </>
        ),
        room: <ThingsRoom />,
      }
    case 'share':
      return {
        ...given,
        side: takesPart && (
          <>
            <SparkPicker />
            {given.side}
          </>
        ),
      }
    default:
      return given
  }
}

/**
 * The screen of the present phase. What is written, opened and grouped is so as in a brainstorm, with the cards beside it,
 * so that a phase that changes takes nobody's sentence or caret away.
 */
export const RandomScreen = ({
  frame,
  Base,
}: ScreenProps & {
  /** Draws what a phase allows, however it is called. */
  readonly Base: ComponentType<ScreenProps>
}) => {
  const t = useText()
  const found = useRandomStep()
  const [chosen, setAbout] = useState<ItemId>()
  const [taken, setSparks] = useState(NONE)
  const [pair, setPair] = useState<Pair>({})
  const { own, items } = found ?? {}
  const hand = own?.hand
  const about = hand?.some(({ item }) => item === chosen) ? chosen : hand?.[0]?.item
  // What was hidden or taken off the board since leads to nothing any more.
  const sparks = useMemo(
    () => taken.filter((id) => items?.get(id)?.state === 'published' || hand?.some(({ item }) => item === id)),
    [taken, items, hand],
  )
  if (!found) return <Base frame={frame} />
  const random: RandomStep = { ...found, about, setAbout, sparks, setSparks, pair, setPair }
  return (
    <RandomProvider value={random}>
      <FlavourProvider value={flavourOf(random, t)}>
        <Base
          frame={(given) => {
            const parts = partsOf(random, given)
            return frame({
              ...parts,
              room: (
                <>
                  {parts.room}
                  <RandomFoot />
                </>
              ),
            })
          }}
        />
      </FlavourProvider>
    </RandomProvider>
  )
}
