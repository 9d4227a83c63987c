import { CircleQuestionMark, Eye, Pencil, Plus } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { colourClass } from '../ui/colour.ts'
import { joinClasses } from '../ui/classes.ts'
import styles from './preview.module.css'

/** What a participant's phone will show. A picture: nothing in it can be used, and nobody is read it. */
export const Preview = ({ question }: { readonly question: string }) => {
  const t = useText()
  return (
    <aside className={styles.preview} aria-hidden="true">
      <p className={styles.caption}>{t('create.preview')}</p>
      <div className={joinClasses(styles.phone, colourClass('lemon'))}>
        <div className={styles.top}>
          <span className={styles.now} />
          <span>{t('brainstorm.name')}</span>
        </div>
        <p className={styles.question} dir="auto">
          {question}
        </p>
        <div className={styles.composer}>
          <div className={styles.note}>{t('composer.placeholder')}</div>
          <div className={styles.add}>
            <Plus size={15} />
            {t('composer.add')}
          </div>
        </div>
        <p className={styles.hint}>{t('own.private')}</p>
        <div className={styles.tabs}>
          <span className={styles.present}>
            <Pencil size={15} />
            {t('tab.write')}
          </span>
          <span>
            <Eye size={15} />
            {t('tab.room')}
          </span>
          <span>
            <CircleQuestionMark size={15} />
            {t('help.title')}
          </span>
        </div>
      </div>
    </aside>
  )
}
