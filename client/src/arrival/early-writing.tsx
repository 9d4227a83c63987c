import type { DraftItem } from '@roundel/shared/board'
import type { SessionPart } from '@roundel/shared/session'
import { stepColour } from '../board/colours.ts'
import { Composer } from '../board/composer.tsx'
import { OwnDrafts } from '../board/own-drafts.tsx'
import { useAddIdea } from '../board/use-add-idea.ts'
import { useWriting } from '../board/writing.tsx'
import { useLanguage, useText } from '../i18n/text.ts'
import { useDraft, useRecords, useView } from '../sync/room-context.ts'
import styles from './early-writing.module.css'

/** Writing for the first step before the session begins: one's own ideas, private until the reveal. */
export const EarlyWriting = ({ early }: { readonly early: NonNullable<SessionPart['early']> }) => {
  const t = useText()
  const language = useLanguage()
  const { session } = useView()
  const draft = useDraft()
  const drafts = useRecords<DraftItem>(draft?.items)
  const writing = useWriting()
  const ready = [...drafts.values()].filter(({ step, state }) => step === early.step && state === 'ready')
  const { add, addAll } = useAddIdea(
    // Whether names will be shown is said when it begins; until then nobody chooses a colour.
    { id: early.step, names: 'hidden', policies: { add: 'private', kinds: early.kinds } },
    writing,
    ready.length,
  )
  const { challenge } = session
  const colour = stepColour(session.agenda, early.step)
  return (
    <section className={styles.early} aria-labelledby="early">
      <header>
        <h2 id="early" className={styles.title}>
          {t('early.title')}
        </h2>
        <p className={styles.question} dir="auto" translate="yes">
          {challenge.translations?.[language] ?? challenge.text}
        </p>
      </header>
      <Composer
        writing={writing}
        placeholder={t('composer.placeholder')}
        colour={colour}
        mayChooseColour={false}
        onAdd={add}
        onAddAll={addAll}
      />
      {draft && <OwnDrafts draft={draft} items={ready} colour={colour} />}
      <p className={styles.about}>{t('early.about')}</p>
    </section>
  )
}
