import type { ReportWay, TrailPlace } from '@roundel/shared/report'
import type { Milestone } from '@roundel/shared/session'
import { type Text, useDate, useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { sayMilestone, sayPassage } from '../ways/say-passage.ts'
import styles from './trail.module.css'

const CONTACTS = { client: 'lineage.contact.client', research: 'lineage.contact.research' } as const

const milestonesOf = (place: TrailPlace): readonly Milestone[] => (place.type === 'session' ? place.passage : [])

const nameOf = (place: TrailPlace, t: Text): string =>
  place.type === 'session' ? place.title : t(place.type === 'contact' ? CONTACTS[place.kind] : 'trail.gone')

const listParts = (
  { origins = [], together = [], passage = [], later = [] }: ReportWay,
  t: Text,
): readonly string[] => [
  ...origins.flatMap((place) => [nameOf(place, t), ...milestonesOf(place).map((each) => sayMilestone(each, t))]),
  // Ideas of one place may have been merged: it is told once.
  ...new Set(together.map((place) => t('trail.together', { title: nameOf(place, t) }))),
  ...passage.map((each) => sayMilestone(each, t)),
  ...later.flatMap((place) => [
    t('trail.later', { title: nameOf(place, t) }),
    ...milestonesOf(place).map((each) => sayMilestone(each, t)),
  ]),
]

/** A way in one quiet line; nothing where there is nothing to tell. */
export const TrailLine = ({ way }: { readonly way: ReportWay }) => {
  const t = useText()
  const parts = listParts(way, t)
  if (parts.length === 0) return null
  return (
    <ol className={styles.line} aria-label={t('trail.title')}>
      {parts.map((part, index) => (
        // The same may have happened twice.
        <li key={index}>
          <bdi>{part}</bdi>
        </li>
      ))}
    </ol>
  )
}

const Passages = ({ passage }: { readonly passage: readonly Milestone[] }) => {
  const t = useText()
  if (passage.length === 0) return null
  return (
    <ul className={styles.passages}>
      {passage.map((each, index) => (
        <li key={index} dir="auto">
          {sayPassage(each, t)}
        </li>
      ))}
    </ul>
  )
}

/** One place of a way in full: what it is, when, what it said there, what became of it. */
const Place = ({
  place,
  as,
}: {
  readonly place: TrailPlace
  /** What it is besides a place before. */
  readonly as?: 'later' | 'together'
}) => {
  const t = useText()
  const date = useDate()
  const isKnown = place.type === 'session' && place.method !== undefined && Object.hasOwn(METHOD_VIEWS, place.method)
  const name =
    isKnown && place.method
      ? t('lineage.from-step', { method: t(METHOD_VIEWS[place.method].name), title: place.title })
      : nameOf(place, t)
  return (
    <li>
      <p className={styles.where}>
        <bdi>{as ? t(`trail.${as}`, { title: name }) : name}</bdi>
        {place.type !== 'gone' && <span>{date(place.at, { dateStyle: 'medium' })}</span>}
      </p>
      {place.type !== 'gone' && place.text !== undefined && (
        <p dir="auto" translate="yes">
          {place.text}
        </p>
      )}
      <Passages passage={milestonesOf(place)} />
    </li>
  )
}

/** A way in full, place by place, beneath what was chosen: that it was chosen needs no saying there. */
export const TrailPlaces = ({
  way: { origins = [], together = [], passage = [], later = [] },
}: {
  readonly way: ReportWay
}) => {
  const t = useText()
  const here = passage.filter(({ type }) => type !== 'chosen')
  if (origins.length + together.length + here.length + later.length === 0) return null
  return (
    <ol className={styles.places} aria-label={t('trail.title')}>
      {origins.map((place, index) => (
        <Place key={index} place={place} />
      ))}
      {together.map((place, index) => (
        <Place key={index} place={place} as="together" />
      ))}
      {here.length > 0 && (
        <li>
          <p className={styles.where}>{t('trail.here')}</p>
          <Passages passage={here} />
        </li>
      )}
      {later.map((place, index) => (
        <Place key={index} place={place} as="later" />
      ))}
    </ol>
  )
}
