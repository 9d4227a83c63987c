import type { Item } from '@roundel/shared/board'
import type { StepPart } from '@roundel/shared/session'
import { type ReactNode, Suspense, useRef } from 'react'
import { useArrival } from '../board/arrival.ts'
import { SpotlitItem } from '../calls/calls.tsx'
import { useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { Question } from '../session/question.tsx'
import { useBoard, useRecords } from '../sync/room-context.ts'
import { ArmedCount } from './armed-count.tsx'
import { LargeBoard } from './large-board.tsx'
import { PrivateCount } from './private-count.tsx'
import { ProjectorFrame } from './projector-frame.tsx'
import styles from './live-scene.module.css'
import { useFit } from './use-fit.ts'
import { useTurning } from './use-turning.ts'

/** The question, and what the step begins from. */
const AskedOf = ({ step, sub }: { readonly step: StepPart; readonly sub: string }) => {
  const { Prompts } = METHOD_VIEWS[step.kind]
  return (
    <>
      <Question sub={sub} />
      {step.prompts && Prompts && (
        <div className={styles.prompts}>
          <Suspense>
            <Prompts />
          </Suspense>
        </div>
      )}
    </>
  )
}

const OpenBoard = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const { published } = useArrival(step)
  const groups = new Set(published.flatMap(({ cluster }) => cluster ?? [])).size
  const ideas = published.length
  const sub =
    step.policies.group === 'none' ? t('projector.ideas', { count: ideas }) : t('projector.groups', { ideas, groups })
  return <ProjectorFrame question={<AskedOf step={step} sub={sub} />} room={<LargeBoard items={published} />} />
}

/** The room of a method, which turns from page to page where it does not fit. */
const Given = ({ children }: { readonly children: ReactNode }) => {
  const t = useText()
  const area = useRef<HTMLElement>(null)
  useTurning(area)
  return (
    // What scrolls can be scrolled by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={area} className={styles.given} aria-label={t('board.ideas')} tabIndex={0}>
      {children}
    </section>
  )
}

/** While people write in private: the question as the method asks it, and a number, or what the method has to look at. */
const PrivateScene = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const { Screen, asksAnew, PrivateScene: Scene } = METHOD_VIEWS[step.kind]
  const count = <PrivateCount count={step.counts.ready} />
  const room = Scene ? (
    <Suspense fallback={count}>
      <Given>
        <Scene />
      </Given>
    </Suspense>
  ) : (
    count
  )
  const plain = <ProjectorFrame question={<AskedOf step={step} sub={t('projector.private-sub')} />} room={room} />
  return asksAnew ? (
    <Suspense fallback={plain}>
      <Screen frame={({ question }) => <ProjectorFrame question={question} room={room} />} />
    </Suspense>
  ) : (
    plain
  )
}

/** What a step shows by itself: its question and its room, without anybody's own side. */
const OwnScreen = ({ step }: { readonly step: StepPart }) => {
  const { Screen } = METHOD_VIEWS[step.kind]
  const isBreak = step.kind === 'break'
  return (
    <Suspense fallback={<ProjectorFrame question={<Question sub="" />} room={null} />}>
      <Screen
        frame={({ question, room }) => (
          <ProjectorFrame
            question={question}
            room={room && (isBreak ? <div className={styles.pause}>{room}</div> : <Given>{room}</Given>)}
            hasClock={!isBreak}
          />
        )}
      />
    </Suspense>
  )
}

const LIT_SIZES = [3.4, 2.9, 2.4, 2, 1.7, 1.4, 1.15, 0.95] as const

/** The one item that everybody looks at, as large as it can be seen whole. */
const Lit = () => {
  const area = useRef<HTMLDivElement>(null)
  useFit(area, LIT_SIZES)
  return (
    <div ref={area} className={styles.lit}>
      <SpotlitItem />
    </div>
  )
}

/** The live step on a wall. What everybody is to look at comes before everything else. */
export const LiveScene = ({ step }: { readonly step: StepPart }) => {
  const items = useRecords<Item>(useBoard()?.items)
  const isLit = step.spotlight && items.get(step.spotlight)?.state === 'published'
  const { add, group } = step.policies
  if (step.armed) {
    return <ProjectorFrame question={<Question sub="" />} room={<ArmedCount at={step.armed.at} />} />
  }
  // Of what people write in private there is a number, and of the people nothing.
  if (add === 'private') return <PrivateScene step={step} />
  if (isLit) return <ProjectorFrame question={<Question sub="" />} room={<Lit key={step.spotlight} />} />
  const { isBoard } = METHOD_VIEWS[step.kind]
  const isOpen = add === 'open' || group !== 'none'
  if (isOpen && (isBoard === true || isBoard?.includes(step.phase))) return <OpenBoard step={step} />
  return <OwnScreen step={step} />
}
