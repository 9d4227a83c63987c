import { COLOURS, type Item } from '@roundel/shared/board'
import { Palette } from 'lucide-react'
import { useId } from 'react'
import { useText } from '../../i18n/text.ts'
import { useView } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { ColourMark } from '../../ui/colour-mark.tsx'
import { colourClass } from '../../ui/colour.ts'
import { joinClasses } from '../../ui/classes.ts'
import { Panel } from '../../ui/panel.tsx'
import { ItemText } from '../item-text.tsx'
import type { Sorting } from '../use-sorting.ts'
import styles from './colour-panel.module.css'

/** Gives a note one of the eight colours, each with its mark, its name, and what it means here. */
export const ColourPanel = ({
  item,
  onColour,
  onNames,
  onClose,
}: {
  readonly item: Item
  readonly onColour: NonNullable<Sorting['colour']>
  /** For those who may say what colours mean. */
  readonly onNames: (() => void) | undefined
  readonly onClose: () => void
}) => {
  const t = useText()
  const announce = useAnnounce()
  const { session } = useView()
  const group = useId()
  return (
    <Panel title={t('colours.note')} place="middle" onClose={onClose}>
      <ItemText text={item.text} lang={item.lang} />
      <fieldset className={styles.colours}>
        <legend className={styles.legend}>{t('cluster.colour')}</legend>
        {COLOURS.map((colour) => {
          const meaning = session.colours?.[colour]
          return (
            <label key={colour} className={joinClasses(styles.colour, colourClass(colour))}>
              <input
                className={styles.input}
                type="radio"
                name={group}
                checked={item.colour === colour}
                onChange={() => {
                  onColour(item, colour)
                  announce(t('colours.coloured', { colour: meaning ?? t(`colour.${colour}`) }))
                }}
              />
              <span className={styles.swatch}>
                <ColourMark colour={colour} size={12} />
              </span>
              <span>{t(`colour.${colour}`)}</span>
              {meaning !== undefined && (
                <bdi className={styles.meaning} translate="yes">
                  {meaning}
                </bdi>
              )}
            </label>
          )
        })}
      </fieldset>
      <div className={styles.actions}>
        <Button look="quiet" disabled={item.colour === undefined} onClick={() => onColour(item, undefined)}>
          {t('colours.plain')}
        </Button>
        {onNames && (
          <Button look="quiet" onClick={onNames}>
            <Palette size={18} aria-hidden="true" />
            {t('colours.names')}
          </Button>
        )}
      </div>
    </Panel>
  )
}
