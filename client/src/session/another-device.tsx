import type { SeatId } from '@roundel/shared/kernel'
import { Smartphone } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { makePersonalLink } from '../sync/api.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useView } from '../sync/room-context.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import styles from './another-device.module.css'
import { laterPart } from '../i18n/later-part.tsx'

const Qr = laterPart(async () => (await import('../ui/qr.tsx')).Qr)

/** A link that opens a seat on one more device, once: as a code to be scanned, and to be copied. Made by a press. */
export const PersonalLink = ({ seat }: { readonly seat: SeatId }) => {
  const t = useText()
  const { session } = useView()
  const [link, setLink] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const make = async (): Promise<void> => {
    const reply = await makePersonalLink(session.id, seat)
    setProblem(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
    if (reply.ok) setLink(reply.value)
  }
  return (
    <>
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
      <Alert>{problem}</Alert>
    </>
  )
}

/** Takes one's own seat to another device too. */
export const AnotherDevice = () => {
  const t = useText()
  const { me } = useView()
  return (
    <section className={styles.device} aria-labelledby="another-device">
      <h2 id="another-device" className={styles.heading}>
        {t('device.title')}
      </h2>
      <p className={styles.about}>{t('device.about')}</p>
      <PersonalLink seat={me.seat} />
    </section>
  )
}
