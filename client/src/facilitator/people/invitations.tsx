import { INVITES, type Invite } from '@roundel/shared/session'
import { QrCode, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { MessageKey } from '../../i18n/message-key.ts'
import { useText } from '../../i18n/text.ts'
import { inviteUrl } from '../../sync/invite-url.ts'
import { usePageSettings } from '../../sync/page-settings.ts'
import { useView } from '../../sync/room-context.ts'
import { Alert } from '../../ui/alert.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Code } from '../../ui/code.tsx'
import { CopyLine } from '../../ui/copy-line.tsx'
import { Qr } from '../../ui/qr.tsx'
import styles from './invitations.module.css'
import { usePress } from '../use-press.ts'

type Way = Invite | 'code'

const WORDS: Readonly<Record<Way, readonly [title: MessageKey, about: MessageKey]>> = {
  code: ['invite.code', 'invite.code-about'],
  participant: ['invite.participant', 'invite.participant-about'],
  client: ['invite.client', 'invite.client-about'],
  observer: ['invite.observer', 'invite.observer-about'],
  screen: ['invite.screen', 'invite.screen-about'],
  facilitator: ['invite.facilitator', 'invite.facilitator-about'],
}

/** One way in: its address, its QR code, and the way to make it anew once one has read what that means. */
const WayIn = ({ way, address, code }: { readonly way: Way; readonly address: string; readonly code?: string }) => {
  const t = useText()
  const announce = useAnnounce()
  const { press, problem } = usePress({ isAloud: false })
  const [showsQr, setShowsQr] = useState(false)
  const [asksToRenew, setAsksToRenew] = useState(false)
  const [title, about] = WORDS[way]
  const renew = async (): Promise<void> => {
    if (!(await press({ type: 'renew-link', invite: way }))) return
    setAsksToRenew(false)
    announce(t('invite.renewed'))
  }
  return (
    <section className={styles.way} aria-labelledby={`invite-${way}`}>
      <h4 id={`invite-${way}`} className={styles.title}>
        {t(title)}
      </h4>
      <p className={styles.about}>{t(about)}</p>
      {code && <Code code={code} />}
      <CopyLine text={address} />
      {showsQr && <Qr text={address} label={t('invite.qr-of', { link: t(title) })} />}
      <div className={styles.tools}>
        <Button look="quiet" aria-expanded={showsQr} onClick={() => setShowsQr(!showsQr)}>
          <QrCode size={17} aria-hidden="true" />
          {t('invite.qr')}
        </Button>
        <Button look="quiet" aria-expanded={asksToRenew} onClick={() => setAsksToRenew(!asksToRenew)}>
          <RefreshCw size={17} aria-hidden="true" />
          {t('invite.renew')}
        </Button>
      </div>
      {asksToRenew && (
        <div className={styles.renew}>
          <p>{t(way === 'code' ? 'invite.renew-code-about' : 'invite.renew-about')}</p>
          <Button onClick={() => void renew()}>{t('invite.renew-do')}</Button>
        </div>
      )}
      <Alert>{problem}</Alert>
    </section>
  )
}

/** Every way into the session that this person may hand out. */
export const Invitations = () => {
  const { session } = useView()
  const { origin } = usePageSettings()
  const { code, links = {} } = session
  return (
    <>
      {code && <WayIn way="code" address={`${origin}/j/${code}`} code={code} />}
      {INVITES.toSorted((one, other) => Number(one === 'facilitator') - Number(other === 'facilitator')).map((way) => {
        const secret = links[way]
        return secret && <WayIn key={way} way={way} address={inviteUrl(origin, session.id, way, secret)} />
      })}
    </>
  )
}
