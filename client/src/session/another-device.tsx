import { Smartphone } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { makePersonalLink } from '../sync/api.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useView } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import styles from './another-device.module.css'
import { laterPart } from '../i18n/later-part.tsx'

const Qr = laterPart(async () => (await import('../ui/qr.tsx')).Qr)

/** Takes one's own seat to another device too: a code to be scanned, or a link. It opens the seat once. */
export const AnotherDevice = () => {
  const t = useText()
  const { session, me } = useView()
  const [link, setLink] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const make = async (): Promise<void> => {
    const reply = await makePersonalLink(session.id, me.seat)
    setProblem(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
    if (reply.ok) setLink(reply.value)
  }
  return (
    <section className={styles.device} aria-labelledby="another-device">
      <h2 id="another-device" className={styles.heading}>
        {t('device.title')}
      </h2>
      <p className={styles.about}>{t('device.about')}</p>
      {link ? (
        <>
          <Suspense fallback={<div className={styles.awaited} />}>
            <Qr text={link} label={t('device.qr')} />
          </Suspense>
          <CopyLine text={link} />
        </>
      ) : (
        <Button onClick={() => void make()}>
          <Smartphone size={18} aria-hidden="true" />
          {t('device.make')}
        </Button>
      )}
      {problem && <p role="alert">{problem}</p>}
    </section>
  )
}
