import { lazy, Suspense, useEffect } from 'react'
import { chooseLanguage } from '../i18n/language.ts'
import { laterPart } from '../i18n/later-part.tsx'
import type { Speech } from '../i18n/speech.ts'
import { Texts } from '../i18n/texts.tsx'
import { usePreferences } from '../state/preferences.ts'
import { LaterKeyboard } from '../keys/later-keyboard.tsx'
import { Announcer } from '../ui/announcer.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Loading } from './loading.tsx'
import { NotFound } from './not-found.tsx'
import { useRoute } from './navigation.ts'

const Home = laterPart(async () => (await import('./home.tsx')).Home)
const Join = lazy(async () => ({ default: (await import('./join.tsx')).Join }))
const Redeem = laterPart(async () => (await import('./redeem.tsx')).Redeem)
const Create = laterPart(async () => (await import('../create/create-page.tsx')).CreatePage)
const Workspace = laterPart(async () => (await import('../workspace/workspace-page.tsx')).WorkspacePage)
const MethodPage = laterPart(async () => (await import('./method-page.tsx')).MethodPage)
const Projector = laterPart(async () => (await import('../projector/projector-page.tsx')).ProjectorPage)
const ReportPage = laterPart(async () => (await import('../report/report-page.tsx')).ReportPage)
const ActionPage = laterPart(async () => (await import('../ending/action-page.tsx')).ActionPage)
const Stage = lazy(async () => ({ default: (await import('./stage.tsx')).Stage }))

const Page = () => {
  const route = useRoute()
  switch (route.page) {
    case 'home':
      return <Home />
    case 'new':
      return <Create key={route.workspace} workspace={route.workspace} from={route.from} />
    case 'workspace':
      return <Workspace key={route.workspace} id={route.workspace} />
    case 'join':
      return <Join key={route.code} code={route.code} />
    case 'redeem':
      return <Redeem key={`${route.session} ${route.link}`} session={route.session} link={route.link} />
    case 'stage':
      return <Stage key={route.session} session={route.session} step={route.step} />
    case 'screen':
      return <Projector key={route.session} session={route.session} />
    case 'report':
      return <ReportPage key={route.session} session={route.session} />
    case 'action':
      return <ActionPage key={route.session} session={route.session} />
    case 'method':
      return <MethodPage key={route.method} id={route.method} />
    case 'unknown':
      return <NotFound />
  }
}

const useWishesOnPage = (): void => {
  const { theme, stillMotion } = usePreferences()
  useEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
    if (stillMotion) dataset['motion'] = 'still'
    else delete dataset['motion']
  }, [theme, stillMotion])
}

/** The whole client: language, looks, announcements, and the page of the address. */
export const App = ({ first }: { readonly first: Speech }) => {
  const language = usePreferences((preferences) => preferences.language)
  useWishesOnPage()
  return (
    <Texts language={language ?? chooseLanguage(navigator.languages)} first={first}>
      <ErrorBoundary>
        <Announcer>
          <Suspense fallback={<Loading />}>
            <Page />
          </Suspense>
          <LaterKeyboard />
        </Announcer>
      </ErrorBoundary>
    </Texts>
  )
}
