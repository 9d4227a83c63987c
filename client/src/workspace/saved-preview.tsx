import { LANGUAGE_NAMES } from '../i18n/language.ts'
import { useDate, useList, useNumber, useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import type { SavedSession } from './saved-session.ts'
import styles from './saved-preview.module.css'

/** What a session's file holds, and what of it stays where it was. */
export const SavedPreview = ({ saved }: { readonly saved: SavedSession }) => {
  const t = useText()
  const list = useList()
  const number = useNumber()
  const { title, at, language, steps, items, groups, links, people, hasVotes, hasCafe, hasWork } = saved
  const date = useDate()
  const names = steps.map((kind) => t(kind ? METHOD_VIEWS[kind].name : 'saved.step-unknown'))
  const left = [
    ...(people > 0 ? [t('saved.left-people', { count: people })] : []),
    ...(hasVotes ? [t('saved.left-votes')] : []),
    ...(hasCafe ? [t('saved.left-cafe')] : []),
    ...(hasWork ? [t('saved.left-work')] : []),
  ]
  return (
    <div className={styles.saved}>
      <section className={styles.head}>
        <h3 className={styles.title} dir="auto">
          {title}
        </h3>
        <p className={styles.about}>
          {at === undefined ? '' : `${date(at, { dateStyle: 'long' })} · `}
          <span lang={language}>{LANGUAGE_NAMES[language]}</span>
        </p>
      </section>
      <dl className={styles.figures}>
        {(
          [
            ['saved.items', items],
            ['saved.groups', groups],
            ['saved.links', links],
            ['saved.steps', steps.length],
          ] as const
        ).map(([label, count]) => (
          <div key={label} className={styles.figure}>
            <dt>{t(label, { count })}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
      {names.length > 0 && <p className={styles.about}>{list(names)}</p>}
      {left.length > 0 && (
        <section>
          <h4 className={styles.heading}>{t('saved.left')}</h4>
          <ul className={styles.left}>
            {left.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
