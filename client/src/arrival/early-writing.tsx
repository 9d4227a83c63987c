import type { DraftItem } from '@roundel/shared/board'
import type { SessionPart } from '@roundel/shared/session'
import { stepColour } from '../board/colours.ts'
import { Composer } from '../board/composer.tsx'
import { finishComposing } from '../board/composing.ts'
import { OwnDrafts } from '../board/own-drafts.tsx'
import { useComposing } from '../board/use-composing.ts'
import { useLanguage, useText } from '../i18n/text.ts'
import { useDraft, useRecords, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { WithArrivalTexts } from './arrival-texts.tsx'
import styles from './early-writing.module.css'

type Early = NonNullable<SessionPart['early']>

/** Writing for the first step before the session begins: one's own ideas, private until the reveal. */
export const EarlyWriting = (props: { readonly early: Early }) => (
  <WithArrivalTexts>
    <Writing {...props} />
  </WithArrivalTexts>
)

const NONE: ReadonlySet<never> = new Set()

const Writing = ({ early }: { readonly early: Early }) => {
  const t = useText()
  const announce = useAnnounce()
  const language = useLanguage()
  const { session } = useView()
  const draft = useDraft()
  const drafts = useRecords<DraftItem>(draft?.items)
  const context = { step: early.step, kind: early.kinds[0] ?? 'idea', language }
  const composing = useComposing(context, NONE)
  const { challenge } = session
  const ready = [...drafts.values()].filter(({ step, state }) => step === early.step && state === 'ready')
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
        composing={composing}
        placeholder={t('composer.placeholder')}
        colour={colour}
        mayChooseColour={false}
        onAdd={async ({ text }) => {
          if (!draft) return undefined
          finishComposing(draft, composing.id, text, context, undefined)
          composing.begin()
          announce(t('own.added', { count: ready.length + 1 }))
          return undefined
        }}
      />
      {draft && <OwnDrafts draft={draft} items={ready} colour={colour} />}
      <p className={styles.about}>{t('early.about')}</p>
    </section>
  )
}
