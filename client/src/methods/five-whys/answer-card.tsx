import { childrenOf, findCause, isPruned } from '@roundel/shared/methods/five-whys'
import { ChevronRight } from 'lucide-react'
import { useLanguage, useText } from '../../i18n/text.ts'
import { guessLanguage } from '../../i18n/language.ts'
import { Button } from '../../ui/button.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Chip } from '../../ui/chip.tsx'
import { joinClasses } from '../../ui/classes.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { CauseDetails } from './cause-details.tsx'
import { FocusLine } from './focus-line.tsx'
import { useWhys } from './model.ts'
import { Quoted } from './quoted.tsx'
import { SayField } from './say-field.tsx'
import { answerPlace } from './answer-place.ts'
import { useGive } from './use-give.ts'
import styles from './whys.module.css'

/** What is looked at, why that is, and what was said so far: one link of the tree at a time. */
export const AnswerCard = () => {
  const t = useText()
  const language = useLanguage()
  const announce = useAnnounce()
  const whys = useWhys()
  const { tree, chosen, choose, step, may, say, phase, leads } = whys
  const { send } = useGive()
  const cause = chosen === undefined ? undefined : findCause(tree, chosen)
  const answers = childrenOf(tree, chosen)
  const isRefuted = chosen !== undefined && isPruned(tree, chosen)
  const answer = async (text: string): Promise<string | undefined> => {
    const { problem } = await send({
      type: 'add-cause',
      text,
      lang: guessLanguage(text, language),
      ...(chosen !== undefined && { parent: chosen }),
    })
    if (problem === undefined) announce(t('whys.added', { count: answers.length + 1 }))
    return problem
  }
  return (
    <div className={joinClasses(styles.side, leads && styles.aboveBar)}>
      <FocusLine />
      <section className={styles.card} aria-label={t('whys.why')}>
        <Breadcrumb item={chosen} />
        <div className={styles.asked}>
          <Quoted item={chosen} />
        </div>
        <p className={styles.why}>
          <strong>{t('whys.why')}</strong>
          <Chip>{t('whys.depth', { count: (cause?.depth ?? 0) + 1 })}</Chip>
        </p>
        {may('add-cause') && !isRefuted && (
          <SayField
            place={answerPlace(step, chosen)}
            label={t('whys.because')}
            placeholder={t('whys.because-like')}
            button={t('whys.add')}
            onSay={answer}
          />
        )}
        {phase === 'whys' && isRefuted && <p className={styles.hint}>{t('whys.gate-refuted')}</p>}
        {phase === 'whys' && !tree.problem.accepted && <p className={styles.hint}>{t('whys.gate-problem')}</p>}
        {answers.length > 0 && (
          <>
            <h2 className={styles.subheading}>{t('whys.said', { count: answers.length })}</h2>
            <ul className={styles.answers}>
              {answers.map(({ item }) => {
                const below = childrenOf(tree, item).length
                return (
                  <li key={item}>
                    <button type="button" className={styles.answer} onClick={() => choose(item)}>
                      <span dir="auto">{say(item)}</span>
                      {below > 0 && <Chip>{t('whys.answers', { count: below })}</Chip>}
                      <ChevronRight className={styles.onwards} size={18} aria-hidden="true" />
                    </button>
                  </li>
                )
              })}
            </ul>
          </>
        )}
        {cause && (
          <Button look="quiet" className={styles.start} onClick={() => choose(cause.parent)}>
            {t('whys.up')}
          </Button>
        )}
      </section>
      {cause && <CauseDetails key={cause.item} cause={cause} />}
    </div>
  )
}
