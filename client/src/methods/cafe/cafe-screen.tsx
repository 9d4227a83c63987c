import { Suspense, useEffect } from 'react'
import { type Flavour, FlavourProvider } from '../../board/flavour.ts'
import { useIsPhone } from '../../board/use-phone.ts'
import { LATER } from '../../i18n/catalogue.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { MoreTexts } from '../../i18n/texts.tsx'
import { runAction, useAction } from '../../keys/actions.ts'
import { type Cloth, useCloth } from '../../sync/cloth.ts'
import { IdeasSide, LaterGroupRoom, useIdeaScreen } from '../idea-rooms.ts'
import type { ScreenProps, StageParts } from '../method-view.tsx'
import { type Cafe, CafeProvider, useCafe, useCafeModel } from './cafe-model.ts'
import { CafeQuestion } from './cafe-question.tsx'
import styles from './cafe.module.css'
import { OriginTags } from './cloth-notes.tsx'
import { Company } from './company.tsx'
import { Etiquette } from './etiquette.tsx'
import { FinishThought, LastWords } from './finish-thought.tsx'
import { GatherOverview, GatherRoom, HostHarvest } from './gather-room.tsx'
import { HarvestRoom } from './harvest-room.tsx'
import { Moment } from './moment.tsx'
import { OverviewRoom } from './overview-room.tsx'
import { RoomMap } from './room-map.tsx'
import { SeatAnnouncer } from './seat-announcer.tsx'
import { SetupRoom } from './setup-room.tsx'
import { ClothRoom, TableRoom } from './table-room.tsx'
import { StayOrGo, TableSide } from './table-side.tsx'
import { useLeftThought, useThoughts } from './thoughts.ts'
import { UnsentThoughts } from './unsent-thoughts.tsx'
import { type Moving, useMoving } from './use-moving.ts'
import { usePress } from './use-press.ts'
import { YourTable } from './your-table.tsx'

/** The screen of the present phase of a café: for those who lead all tables, for everybody else their own. */
export const CafeScreen = (props: ScreenProps) => (
  <MoreTexts from={LATER}>
    <Opened {...props} />
  </MoreTexts>
)

const Opened = (props: ScreenProps) => {
  const cafe = useCafeModel()
  return (
    cafe && (
      <CafeProvider value={cafe}>
        <CafeStage {...props} />
      </CafeProvider>
    )
  )
}

/** What is written when people gather and at the harvest, in the café's words. */
const flavourOf = (phase: string, t: Text): Flavour =>
  phase === 'gather'
    ? {
        label: t('cafe.takeaway'),
        placeholder: t('cafe.takeaway-hint'),
        add: t('cafe.takeaway-add'),
        title: (count) => t('cafe.takeaway-title', { count }),
        added: (count) => t('cafe.takeaway-added', { count }),
      }
    : {
        placeholder: t('cafe.harvest-hint'),
        tags: (item) => ('rank' in item ? <OriginTags item={item} /> : null),
      }

const CafeStage = ({ frame }: ScreenProps) => {
  const t = useText()
  const cafe = useCafe()
  const isPhone = useIsPhone()
  const { own, view, me, isInRound, isMoving, takesPart, tableOf } = cafe
  const moving = useMoving()
  const { press } = usePress()
  const { keep } = useThoughts()
  const idea = useIdeaScreen()
  const here = takesPart && isInRound ? own?.place?.table : undefined
  const round = view.round ?? 1
  const cloth = useCloth(here, (texts) => {
    if (here) for (const { text } of texts) keep(text, here, round)
  })
  const before = own?.past.at(-1)
  const hasLeft = takesPart && before?.table !== own?.place?.table && !(isMoving && moving.stage === 'finishing')
  useLeftThought(before?.table, before?.round, hasLeft)
  const table = tableOf(own?.place?.table)
  const isLooking = isMoving && takesPart && moving.stage === 'looking' && table !== undefined
  // Whoever did nothing was moved all the same: where their page shows the table, they are there.
  const isMovedAnyway = isInRound && takesPart && own?.place !== undefined && !own.place.arrived && cafe.may('arrive')
  useEffect(() => {
    if (isMovedAnyway && here) void press({ type: 'arrive', table: here })
  }, [isMovedAnyway, here, press])
  const arrive = (): void => {
    moving.goOn()
    if (table) void press({ type: 'arrive', table: table.id })
    // Where one has arrived, one reads on.
    requestAnimationFrame(() => document.getElementById('question')?.focus())
  }
  useAction({
    id: 'own table',
    name: t('cafe.to-table'),
    run: () => {
      runAction('tab write')
      document.getElementById('question')?.focus()
    },
    when: takesPart && table !== undefined,
  })
  const parts = partsOf(cafe, { moving, cloth, isPhone, idea })
  // On a wall everything is as wide as it, and as large as it can be read at the back.
  if (cafe.isScreen) {
    return frame({
      ...parts,
      room: (
        <div data-wide="" className={styles.wall}>
          {parts.room}
        </div>
      ),
    })
  }
  return (
    <FlavourProvider value={flavourOf(cafe.phase, t)}>
      {frame({
        ...parts,
        room: (
          <>
            {parts.room}
            {takesPart && <SeatAnnouncer />}
            {isLooking && (
              <Moment
                next={{
                  from: tableOf(view.before[me.seat]),
                  number: table.number,
                  sign: table.sign,
                  name: table.name,
                  title: table.title,
                  place: table.place,
                  others: table.people.filter(({ id }) => id !== me.seat),
                }}
                me={{ id: me.seat, name: me.name, colour: me.colour }}
                seconds={moving.seconds}
                onArrive={arrive}
              />
            )}
          </>
        ),
      })}
    </FlavourProvider>
  )
}

interface Doing {
  readonly moving: Moving
  readonly cloth: Cloth
  readonly isPhone: boolean
  readonly idea: ReturnType<typeof useIdeaScreen>
}

const partsOf = (cafe: Cafe, doing: Doing): StageParts => {
  const question = <CafeQuestion />
  const { phase, leads, takesPart, isInRound, isMoving, step } = cafe
  const { idea } = doing
  if (phase === 'gather') {
    return {
      question,
      hasComposer: true,
      side: idea.takesPart && (
        <>
          <IdeasSide step={step} />
          {doing.isPhone && <HostHarvest />}
          <UnsentThoughts />
        </>
      ),
      room: leads ? <GatherOverview /> : <GatherRoom hasForm={!doing.isPhone} />,
    }
  }
  if (phase === 'harvest') {
    return {
      question,
      hasComposer: true,
      // While a table has the word, phones show that and nothing else.
      sideOnPhone: cafe.view.stage === undefined,
      side: idea.takesPart && (
        <>
          <IdeasSide step={step} />
          <UnsentThoughts />
        </>
      ),
      room: (
        <HarvestRoom
          patterns={
            <Suspense>
              <LaterGroupRoom hand={idea.hand} />
            </Suspense>
          }
        />
      ),
    }
  }
  if (leads) return { question, room: phase === 'setup' ? <SetupRoom /> : <OverviewRoom /> }
  if (!takesPart) return { question, room: phase === 'setup' ? <Etiquette /> : <RoomMap /> }
  if (isInRound) return partsOfRound(cafe, doing)
  if (isMoving) return partsOfMove(cafe, doing)
  return {
    question,
    room: (
      <div className={styles.column}>
        {phase === 'welcome' && <YourTable />}
        {phase === 'welcome' && cafe.view.mode === 'free' && <RoomMap />}
        <Etiquette />
      </div>
    ),
  }
}

/** In a round: one's table. On phones everything of it is one tab, and all tables the other. */
const partsOfRound = ({ own, view, tableOf }: Cafe, { cloth, isPhone }: Doing): StageParts => {
  const question = <CafeQuestion />
  const table = tableOf(own?.place?.table)
  const seeks = view.mode === 'free' || (own?.suggestions?.length ?? 0) > 0
  if (!table) {
    return {
      question,
      room: (
        <div className={styles.column}>
          <YourTable />
          <UnsentThoughts />
          <RoomMap />
        </div>
      ),
    }
  }
  const side = <TableSide table={table} cloth={cloth} />
  const sideWord = 'cafe.tab-table'
  if (isPhone) {
    return {
      question,
      sideWord,
      side: (
        <>
          {side}
          <ClothRoom table={table} cloth={cloth} />
          <Company table={table} />
        </>
      ),
      room: <RoomMap />,
    }
  }
  return {
    question,
    sideWord,
    side,
    room: (
      <div className={styles.column}>
        <TableRoom table={table} cloth={cloth} />
        {seeks && <RoomMap />}
      </div>
    ),
  }
}

/** In a move: a moment for the last words, then where one goes, and who comes. */
const partsOfMove = ({ own, view, tableOf }: Cafe, { moving, isPhone }: Doing): StageParts => {
  const question = <CafeQuestion />
  const left = own?.past.at(-1)
  const table = tableOf(left?.table)
  const isFinishing = moving.stage === 'finishing' && left !== undefined && table !== undefined
  return {
    question,
    sideWord: 'cafe.tab-table',
    side: isFinishing && (
      <>
        {isPhone && <FinishThought moving={moving} />}
        <LastWords table={table} round={left.round} />
      </>
    ),
    sideOnPhone: isFinishing,
    room: (
      <div className={styles.column}>
        {isFinishing && (isPhone ? <RoomMap /> : <FinishThought moving={moving} />)}
        {!isFinishing && moving.stage !== 'looking' && <YourTable />}
        {!isFinishing && <UnsentThoughts />}
        <div className={styles.acts}>
          <StayOrGo />
        </div>
        {view.mode === 'free' && <RoomMap />}
      </div>
    ),
  }
}
