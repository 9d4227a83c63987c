import { useState } from 'react'
import { secretOfAddress } from '../app/navigation.ts'
import { DETOURS } from '../i18n/catalogue.ts'
import { useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { canRemember } from '../state/remembering.ts'
import { Strip, StripButton } from '../ui/strip.tsx'
import { InAppStrip } from './in-app-strip.tsx'
import { WayOut } from './way-out.tsx'
import styles from './arrival-strip.module.css'

const presentAddress = (): string => {
  const secret = secretOfAddress()
  return `${location.origin}${location.pathname}${secret ? `#${secret}` : ''}`
}

const Inside = ({ isInApp }: { readonly isInApp: boolean }) => {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  if (!isInApp) return canRemember() ? null : <Strip tone="warn">{t('private.about')}</Strip>
  return (
    <>
      <InAppStrip actions={!isOpen && <StripButton onClick={() => setIsOpen(true)}>{t('in-app.open')}</StripButton>} />
      {isOpen && <WayOut address={presentAddress()} />}
    </>
  )
}

/** What is worth knowing before one sits down here: that this browser may forget it, and where it would not. */
export const ArrivalStrip = ({ isInApp }: { readonly isInApp: boolean }) => (
  <MoreTexts from={DETOURS}>
    <div className={styles.arrival}>
      <Inside isInApp={isInApp} />
    </div>
  </MoreTexts>
)
