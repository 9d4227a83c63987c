import { type Board, type Cluster, type Intention, markCluster } from '@roundel/shared/board'
import { Ungroup } from 'lucide-react'
import { useId } from 'react'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { ColourPicker } from '../../ui/colour-picker.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CLUSTER_ICONS, CLUSTER_ICON_NAMES } from './cluster-looks.ts'
import styles from './cluster-menu.module.css'

/** The colour and the icon of a group, each with a name, and dissolving it. All of it can be taken back. */
export const ClusterMenu = ({
  cluster,
  name,
  board,
  onRun,
  onDissolve,
  onClose,
}: {
  readonly cluster: Cluster
  readonly name: string
  readonly board: Board
  readonly onRun: (intention: Intention) => void
  readonly onDissolve: () => void
  readonly onClose: () => void
}) => {
  const t = useText()
  const group = useId()
  return (
    <Panel title={t('cluster.look', { name })} place="middle" onClose={onClose}>
      <ColourPicker
        label={t('cluster.colour')}
        shape="notes"
        value={cluster.colour}
        onChange={(colour) => onRun(markCluster(board, cluster.id, { colour }))}
      />
      <fieldset className={styles.icons}>
        <legend className={styles.legend}>{t('cluster.icon')}</legend>
        {CLUSTER_ICON_NAMES.map((icon) => {
          const Icon = CLUSTER_ICONS[icon]
          return (
            <label key={icon} className={styles.icon} title={t(`cluster.icon-${icon}`)}>
              <input
                className={styles.input}
                type="radio"
                name={group}
                aria-label={t(`cluster.icon-${icon}`)}
                checked={cluster.icon === icon}
                onChange={() => onRun(markCluster(board, cluster.id, { icon }))}
              />
              <Icon size={20} aria-hidden="true" />
            </label>
          )
        })}
      </fieldset>
      <Button
        look="quiet"
        disabled={cluster.colour === undefined && cluster.icon === undefined}
        onClick={() => onRun(markCluster(board, cluster.id, { colour: undefined, icon: undefined }))}
      >
        {t('cluster.plain')}
      </Button>
      <Button look="quiet" onClick={onDissolve}>
        <Ungroup size={18} aria-hidden="true" />
        {t('cluster.dissolve')}
      </Button>
    </Panel>
  )
}
