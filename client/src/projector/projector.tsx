import { useWakeLock } from '../calls/use-wake-lock.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { useView } from '../sync/room-context.ts'
import { PROJECTOR } from './catalogue.ts'
import { EndedScene } from './ended-scene.tsx'
import { LiveScene } from './live-scene.tsx'
import { LobbyScene } from './lobby-scene.tsx'

const Scene = () => {
  const { session, step } = useView()
  useWakeLock()
  if (step) return <LiveScene step={step} />
  return session.state === 'ended' ? <EndedScene /> : <LobbyScene />
}

/** The session as a room sees it on its wall: large, calm, and nothing to press. */
export const Projector = () => (
  <MoreTexts from={PROJECTOR}>
    <Scene />
  </MoreTexts>
)
