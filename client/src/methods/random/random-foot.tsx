import { ChartNoAxesColumn, Plus, Shuffle } from 'lucide-react'
import { useState } from 'react'
import { laterPart } from '../../i18n/later-part.tsx'
import { useText } from '../../i18n/text.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useRoom, useView } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Optional } from '../../ui/optional.tsx'
import { useRandom } from './random-context.ts'
import styles from './random-foot.module.css'

const DrawRecord = laterPart(async () => (await import('./draw-record.tsx')).DrawRecord)
const FiguresPanel = laterPart(async () => (await import('./figures-panel.tsx')).FiguresPanel)

/** Below the room: how the draw came about, and for whoever leads how it goes and one more card. */
export const RandomFoot = () => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { me } = useView()
  const { work, leads } = useRandom()
  const [open, setOpen] = useState<'record' | 'figures'>()
  if (!work.isDrawn || me.role === 'screen') return null
  const drawMore = async (): Promise<void> => {
    const reply = await give({ type: 'draw-more', count: 1 })
    if (!reply.ok) announce(t(PROBLEM_TEXTS[reply.error.code]), 'assertive')
  }
  const close = (): void => setOpen(undefined)
  return (
    <div className={styles.foot}>
      {leads && (
        <Button look="quiet" onClick={() => setOpen('figures')}>
          <ChartNoAxesColumn size={18} aria-hidden="true" />
          {t('random.figures')}
        </Button>
      )}
      {me.can['draw-more'] && work.more > 0 && (
        <Button look="quiet" onClick={() => void drawMore()}>
          <Plus size={18} aria-hidden="true" />
          {t('random.draw-more')}
        </Button>
      )}
      <Button look="quiet" onClick={() => setOpen('record')}>
        <Shuffle size={18} aria-hidden="true" />
        {t('random.record')}
      </Button>
      <Optional>
        {open === 'record' && <DrawRecord onClose={close} />}
        {open === 'figures' && <FiguresPanel onClose={close} />}
      </Optional>
    </div>
  )
}
