import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { Strip } from '../ui/strip.tsx'
import { nameOfApp } from './in-app-name.ts'

/** Says that this is a browser inside another app, and why that matters. */
export const InAppStrip = ({ actions }: { readonly actions?: ReactNode }) => {
  const t = useText()
  const app = nameOfApp(navigator.userAgent)
  return (
    <Strip tone="warn" actions={actions}>
      {app ? t('in-app.about', { app }) : t('in-app.about-some')}
    </Strip>
  )
}
