import { MessagesSquare } from 'lucide-react'
import { type MethodView, laterScreen } from '../method-view.tsx'

/** A conversation, with or without a round of everybody. */
export const talkView: MethodView = {
  name: 'talk.name',
  icon: MessagesSquare,
  about: 'talk.about',
  phases: { talk: { label: 'talk.name', icon: MessagesSquare, go: 'talk.name' } },
  ...laterScreen(async () => (await import('./screen.tsx')).TalkScreen),
}
