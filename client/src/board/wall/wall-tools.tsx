import { Palette, Plus, Redo2, Undo2 } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import type { WallActs } from './model.ts'
import type { Zoom } from './use-zoom.ts'
import styles from './wall-tools.module.css'

/** What can be done with the wall as a whole. */
export const WallTools = ({
  acts,
  zoom,
  onZoom,
  onNew,
  onUndo,
  onRedo,
  onColours,
}: {
  readonly acts: WallActs | undefined
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
  readonly onNew: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  /** For those who may say what colours mean. */
  readonly onColours: (() => void) | undefined
}) => {
  const t = useText()
  return (
    <div className={styles.tools} data-wall-tools="" role="toolbar" aria-label={t('wall.tools')}>
      {acts?.mayGroup && (
        <Button look="quiet" className={styles.add} onClick={onNew}>
          <Plus size={18} aria-hidden="true" />
          {t('group.new')}
        </Button>
      )}
      {acts && onColours && (
        <IconButton label={t('colours.names')} onClick={onColours}>
          <Palette size={18} aria-hidden="true" />
        </IconButton>
      )}
      {acts && (
        <>
          <IconButton label={t('action.undo')} disabled={!acts.canUndo} onClick={onUndo}>
            <Undo2 size={18} aria-hidden="true" />
          </IconButton>
          <IconButton label={t('wall.redo')} disabled={!acts.canRedo} onClick={onRedo}>
            <Redo2 size={18} aria-hidden="true" />
          </IconButton>
        </>
      )}
      <span className={styles.zoom}>
        {(['fit', 'full'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className={styles.choice}
            aria-pressed={zoom === each}
            onClick={() => onZoom(each)}
          >
            {t(`wall.zoom-${each}`)}
          </button>
        ))}
      </span>
    </div>
  )
}
