import { DETOURS } from '../i18n/catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { ClaimStrip } from './claim-strip.tsx'
import { PersonalLinkStrip } from './personal-link-strip.tsx'
import { VersionStrip } from './version-strip.tsx'

/** What is said inside a session to those who cannot just go on. Most people never see any of it. */
export const StageStrips = () => (
  <MoreTexts from={DETOURS}>
    <VersionStrip />
    <ClaimStrip />
    <PersonalLinkStrip />
  </MoreTexts>
)
