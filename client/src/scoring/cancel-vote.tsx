import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'

/** Takes a vote back, after a question: every ballot goes, and the vote can be prepared anew. For those who lead. */
export const CancelVote = () => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { step, me } = useView()
  const [isAsking, setIsAsking] = useState(false)
  if (!step || !me.can['cancel-scoring']) return null
  const cancel = async (): Promise<void> => {
    setIsAsking(false)
    const reply = await give({ type: 'cancel-scoring' })
    if (!reply.ok) return announce(t(PROBLEM_TEXTS[reply.error.code]), 'assertive')
    await give({ type: 'reopen', step: step.id, phase: 'prepare' })
  }
  return (
    <p>
      <Button look="quiet" onClick={() => setIsAsking(true)}>
        {t('score.cancel')}
      </Button>
      {isAsking && (
        <Panel title={t('score.cancel')} place="middle" onClose={() => setIsAsking(false)}>
          <p>{t('score.cancel-about')}</p>
          <p>
            <Button look="danger" onClick={() => void cancel()}>
              {t('score.cancel-yes')}
            </Button>
          </p>
        </Panel>
      )}
    </p>
  )
}
