import type { LinkId } from '@roundel/shared/kernel'
import { Trash2, Waypoints } from 'lucide-react'
import { useRef } from 'react'
import { useText } from '../../i18n/text.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useRoom, useView } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import styles from './connections.module.css'
import { useRandom } from './random-context.ts'
import { RELATION_TEXTS } from './relations.ts'

/** How things were connected, each in its line; one's own can be taken away, and any by whoever leads. */
export const Connections = () => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { me } = useView()
  const { things, own, leads, nameOf } = useRandom()
  const heading = useRef<HTMLHeadingElement>(null)
  const mine = new Set(own?.connections)
  const disconnect = async (link: LinkId): Promise<void> => {
    const reply = await give({ type: 'disconnect', link })
    announce(
      reply.ok ? t('random.disconnected') : t(PROBLEM_TEXTS[reply.error.code]),
      reply.ok ? 'polite' : 'assertive',
    )
    heading.current?.focus()
  }
  return (
    <section className={styles.connections} aria-labelledby="connections">
      <h2 id="connections" ref={heading} tabIndex={-1} className={styles.heading}>
        {t('random.connections', { count: things.connections.length })}
      </h2>
      {things.connections.length === 0 ? (
        <p className={styles.none}>{t('random.connections-none')}</p>
      ) : (
        <ul className={styles.list}>
          {things.connections.map(({ id, from, to, text = '', relation = 'other' }) => {
            const ends = { first: nameOf(from), second: nameOf(to) }
            return (
              <li key={id} className={styles.connection}>
                <div className={styles.ends}>
                  <bdi className={styles.end}>{ends.first}</bdi>
                  <Waypoints size={16} aria-hidden="true" />
                  <bdi className={styles.end}>{ends.second}</bdi>
                  <Chip tone="accent">{t(RELATION_TEXTS[relation])}</Chip>
                </div>
                <p key={text} className={styles.line} dir="auto" translate="yes">
                  {text}
                </p>
                {me.can['disconnect'] && (leads || mine.has(id)) && (
                  <IconButton
                    className={styles.remove}
                    label={t('random.disconnect-this', ends)}
                    onClick={() => void disconnect(id)}
                  >
                    <Trash2 size={16} aria-hidden="true" />
                  </IconButton>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
