import { type DeckId, deckOf } from '@roundel/shared/methods/random/decks'
import { repeatDraw } from '@roundel/shared/methods/random'
import { useList, useText } from '../../i18n/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { useCardText } from './deck-texts.ts'
import styles from './panels.module.css'
import { useRandom } from './random-context.ts'

const isOfOurs = (id: DeckId | 'own'): id is DeckId => id !== 'own'

/** How the cards came about: with this anybody finds the same ones, and this device does so at once. */
export const DrawRecord = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const list = useList()
  const cardText = useCardText()
  const { work, own } = useRandom()
  const { deck, seed = '' } = work
  const isOwn = work.scope === 'person'
  const scope = isOwn ? own?.scope : 'shared'
  const count = isOwn ? (own?.hand.length ?? 0) : work.cards.length + work.redrawn
  const nameOf = (key: string): string => cardText(deck, key).name
  const again = isOfOurs(deck.id) && scope ? repeatDraw(deckOf(deck.id), scope, seed, count).map(nameOf) : []
  return (
    <Panel title={t('random.record')} onClose={onClose}>
      <p>{t('random.record-about')}</p>
      <dl className={styles.facts}>
        <dt>{t('random.record-deck')}</dt>
        <dd>
          {t('random.record-deck-of', {
            deck: t(`random.deck-${deck.id}`),
            version: String(deck.version),
            size: deck.size,
          })}
        </dd>
        <dt>{t('random.record-seed')}</dt>
        <dd className={styles.seed} dir="ltr" translate="no">
          {seed}
        </dd>
        {scope && (
          <>
            <dt>{t('random.record-scope')}</dt>
            <dd className={styles.seed} dir="ltr" translate="no">
              {scope}
            </dd>
          </>
        )}
        {again.length > 0 && (
          <>
            <dt>{t('random.record-again')}</dt>
            <dd>{list(again)}</dd>
          </>
        )}
        {work.redraws && work.redraws.length > 0 && (
          <>
            <dt>{t('random.record-redraws')}</dt>
            {work.redraws.map(({ was, now, reason, at }) => (
              <dd key={at}>
                {t('random.record-redraw', {
                  was: nameOf(was),
                  now: nameOf(now),
                  reason: t(`random.reason-${reason}`),
                })}
              </dd>
            ))}
          </>
        )}
      </dl>
    </Panel>
  )
}
