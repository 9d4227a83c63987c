import type { Item } from '@roundel/shared/board'
import type { Passage } from '@roundel/shared/session'
import { useCallback } from 'react'
import { WORKSPACE } from '../i18n/catalogue.ts'
import { useDate, useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { METHOD_VIEWS } from '../methods/index.ts'
import { type Stage, fetchLineage } from '../sync/lineage.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useView } from '../sync/room-context.ts'
import { useAsked } from '../sync/use-asked.ts'
import { Alert } from '../ui/alert.tsx'
import { Panel } from '../ui/panel.tsx'
import { sayPassage } from '../ways/say-passage.ts'
import { useRefuted } from '../ways/use-refuted.ts'
import styles from './lineage-panel.module.css'

const Passages = ({ passage }: { readonly passage: readonly Passage[] }) => {
  const t = useText()
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

const Place = ({ stage }: { readonly stage: Stage }) => {
  const t = useText()
  const date = useDate()
  const sayRefuted = useRefuted()
  const day = (at: number): string => date(at, { day: 'numeric', month: 'long', year: 'numeric' })
  if (stage.type === 'gone') return <li className={styles.place}>{t('lineage.gone')}</li>
  const isItem = stage.type === 'item'
  const method = isItem && stage.step && Object.hasOwn(METHOD_VIEWS, stage.step) ? t(METHOD_VIEWS[stage.step].name) : ''
  return (
    <li className={styles.place}>
      <p className={styles.text} dir="auto">
        {stage.text}
      </p>
      <p className={styles.where}>
        <span>
          {isItem
            ? method
              ? t('lineage.from-step', { method, title: stage.title })
              : stage.title
            : t(stage.kind === 'research' ? 'lineage.contact.research' : 'lineage.contact.client')}
        </span>
        <span>{day(stage.at)}</span>
      </p>
      {isItem && stage.refuted && <p className={styles.where}>{sayRefuted(stage.refuted)}</p>}
      {isItem && <Passages passage={stage.passage} />}
    </li>
  )
}

const Way = ({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) => {
  const t = useText()
  const { session } = useView()
  const sayRefuted = useRefuted()
  const ask = useCallback(() => fetchLineage(session.id, item.id), [session.id, item.id])
  const [reply] = useAsked(ask)
  const lineage = reply?.ok ? reply.value : undefined
  const isOfHere = lineage?.before.length === 0 && lineage.together.length === 0
  const here = lineage?.here.type === 'item' ? lineage.here : undefined
  return (
    <Panel title={t('lineage.title')} onClose={onClose}>
      <div className={styles.way} aria-busy={!reply}>
        <p className={styles.item} dir="auto">
          {item.text}
        </p>
        {reply && !reply.ok && <Alert>{t(PROBLEM_TEXTS[reply.error.code])}</Alert>}
        {lineage && (
          <>
            {lineage.before.length > 0 && (
              <section aria-labelledby="lineage-before">
                <h3 id="lineage-before" className={styles.heading}>
                  {t('lineage.before')}
                </h3>
                <ol className={styles.places}>
                  {lineage.before.map((stage, index) => (
                    <Place key={index} stage={stage} />
                  ))}
                </ol>
              </section>
            )}
            {lineage.together.length > 0 && (
              <section aria-labelledby="lineage-together">
                <h3 id="lineage-together" className={styles.heading}>
                  {t('lineage.together')}
                </h3>
                <ol className={styles.places}>
                  {lineage.together.map((stage, index) => (
                    <Place key={index} stage={stage} />
                  ))}
                </ol>
              </section>
            )}
            <section aria-labelledby="lineage-here">
              <h3 id="lineage-here" className={styles.heading}>
                {t('lineage.here')}
              </h3>
              {isOfHere && <p className={styles.where}>{t('lineage.began-here')}</p>}
              {!isOfHere && here?.passage.length === 0 && <p className={styles.where}>{t('lineage.stands')}</p>}
              {here?.refuted && <p className={styles.where}>{sayRefuted(here.refuted)}</p>}
              {here && <Passages passage={here.passage} />}
            </section>
            <section aria-labelledby="lineage-after">
              <h3 id="lineage-after" className={styles.heading}>
                {t('lineage.after')}
              </h3>
              {lineage.after.length === 0 ? (
                <p className={styles.where}>{t('lineage.not-yet')}</p>
              ) : (
                <ol className={styles.places}>
                  {lineage.after.map((stage, index) => (
                    <Place key={index} stage={stage} />
                  ))}
                </ol>
              )}
            </section>
          </>
        )}
      </div>
    </Panel>
  )
}

/** Where an item came from, and what became of it, through all sessions of its workspace. */
export const LineagePanel = (props: { readonly item: Item; readonly onClose: () => void }) => (
  <MoreTexts from={WORKSPACE}>
    <Way {...props} />
  </MoreTexts>
)
