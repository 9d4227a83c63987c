import { Empty } from '../../board/empty.tsx'
import { useText } from '../../i18n/text.ts'
import type { Cloth } from '../../sync/cloth.ts'
import { useCafe } from './cafe-model.ts'
import { ClothNotes, listOnCloth } from './cloth-notes.tsx'
import { Company } from './company.tsx'
import { Heard } from './heard.tsx'
import styles from './cafe.module.css'
import type { TableLook } from './table-look.ts'

/** What lies on the cloth of one's table, and above it what the last table heard. */
export const ClothRoom = ({ table, cloth }: { readonly table: TableLook; readonly cloth: Cloth }) => {
  const t = useText()
  const { me, isInRound } = useCafe()
  const items = listOnCloth(cloth.items)
  return (
    <>
      <Heard cloth={cloth.content} table={table} />
      {items.length > 0 ? (
        <ClothNotes
          label={t('cafe.ideas-here')}
          items={items}
          me={me.seat}
          cloth={isInRound ? cloth.content : undefined}
        />
      ) : (
        cloth.isSynced && <Empty title={t('cafe.cloth-empty')}>{t('board.empty-first')}</Empty>
      )}
    </>
  )
}

/** The table in a round: its cloth, and beside it who is here. */
export const TableRoom = ({ table, cloth }: { readonly table: TableLook; readonly cloth: Cloth }) => (
  <div className={styles.table}>
    <div className={styles.column}>
      <ClothRoom table={table} cloth={cloth} />
    </div>
    <div className={styles.column}>
      <Company table={table} />
    </div>
  </div>
)
