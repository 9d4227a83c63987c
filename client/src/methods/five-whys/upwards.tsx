import { LINK_STATES, type LinkState, readAllUpwards, readUpwards } from '@roundel/shared/methods/five-whys'
import { ArrowDown } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useWhys } from './model.ts'
import { Quoted } from './quoted.tsx'
import { StateChip } from './state-chip.tsx'
import { usePress } from './use-give.ts'
import styles from './whys.module.css'
import { LINK_WORDS, READ_WORDS } from './words.ts'

/** A branch read upwards: each cause, therefore what it explains, as far as the problem; and whether that holds. */
export const Upwards = () => {
  const t = useText()
  const { tree, chosen, choose, may, say, problem: whole } = useWhys()
  const { press, problem } = usePress()
  const branches = readAllUpwards(tree)
  const unread = branches.filter((sentences) => sentences.some(({ state }) => state === 'untested'))
  const sentences = chosen === undefined ? [] : readUpwards(tree, chosen)
  const next = unread.find(([first]) => first && !sentences.some(({ cause }) => cause === first.cause)) ?? unread[0]
  return (
    <section className={styles.card} aria-label={t('whys.upwards')}>
      <h2 className={styles.heading}>{t('whys.upwards')}</h2>
      <p className={styles.hint}>{t(sentences.length > 0 ? 'whys.upwards-about' : 'whys.upwards-choose')}</p>
      <ol className={styles.upwards}>
        {sentences.map(({ cause, effect, state }) => (
          <li key={cause} className={styles.sentence}>
            {may('set-link-state') ? (
              <Choice<LinkState>
                label={t('whys.sentence', { cause: say(cause), effect: effect === 'problem' ? whole : say(effect) })}
                options={LINK_STATES.map((value) => ({ value, label: t(READ_WORDS[value]) }))}
                value={state}
                onChange={(value) => void press({ type: 'set-link-state', cause, state: value })}
              />
            ) : (
              <>
                <Quoted item={cause} />
                <p className={styles.therefore}>
                  <ArrowDown size={16} aria-hidden="true" />
                  <strong>{t('whys.therefore-word')}</strong>
                  <StateChip state={LINK_WORDS[state]} />
                </p>
                {effect === 'problem' && <Quoted item={undefined} />}
              </>
            )}
          </li>
        ))}
      </ol>
      {problem && <p className={styles.problem}>{problem}</p>}
      {next?.[0] && next[0].cause !== chosen && (
        <Button className={styles.start} onClick={() => next[0] && choose(next[0].cause)}>
          {t('whys.upwards-next', { count: unread.length })}
        </Button>
      )}
      {unread.length === 0 && tree.causes.length > 0 && <p className={styles.hint}>{t('whys.upwards-done')}</p>}
    </section>
  )
}
