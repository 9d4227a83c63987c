import { ArrowRight, Hourglass } from 'lucide-react'
import { stepColour } from '../../board/colours.ts'
import { guessLanguage } from '../../i18n/language.ts'
import { useLanguage, useText } from '../../i18n/text.ts'
import { useViewPart } from '../../sync/room-context.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { useCafe } from './cafe-model.ts'
import { ClothComposer } from './cloth-composer.tsx'
import styles from './cafe.module.css'
import type { TableLook } from './table-look.ts'
import { thoughtPlace } from './thoughts.ts'
import type { Moving } from './use-moving.ts'
import { usePress } from './use-press.ts'

/** The composer of the table that one is about to leave: what is added now still goes there. */
export const LastWords = ({ table, round }: { readonly table: TableLook; readonly round: number }) => {
  const t = useText()
  const language = useLanguage()
  const { id, me, may } = useCafe()
  const { agenda } = useViewPart('session')
  const { press, problem } = usePress()
  const place = thoughtPlace(id, me.seat, table.id)
  return (
    <ClothComposer
      place={place}
      colour={stepColour(agenda, id)}
      placeholder={t('cafe.write-here')}
      onAdd={
        may('add-to-cloth')
          ? (text) =>
              press(
                {
                  type: 'add-to-cloth',
                  table: table.id,
                  round,
                  kind: 'idea',
                  text,
                  lang: guessLanguage(text, language),
                },
                t('cafe.added-there', { number: table.number }),
              )
          : undefined
      }
    >
      <Alert>{problem}</Alert>
    </ClothComposer>
  )
}

/** A moment is left to finish a thought; whoever is done goes on at once. */
export const FinishThought = ({ moving }: { readonly moving: Moving }) => {
  const t = useText()
  const { view } = useCafe()
  const isFree = view.mode === 'free'
  return (
    <section className={styles.finish} aria-label={t('cafe.move')}>
      <Hourglass size={28} aria-hidden="true" />
      <p className={styles.finishWords}>{t(isFree ? 'cafe.finish-free' : 'cafe.finish', { count: moving.seconds })}</p>
      <Button look="primary" onClick={moving.goOn}>
        {t(isFree ? 'cafe.show-tables' : 'cafe.show-next')}
        <ArrowRight className={styles.mirrored} size={18} aria-hidden="true" />
      </Button>
    </section>
  )
}
