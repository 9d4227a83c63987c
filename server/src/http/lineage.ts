import { anId, refusal } from '@roundel/shared/kernel'
import * as v from 'valibot'
import { traceItem } from '../workspaces/lineage.ts'
import { Lineage } from './answers-of-workspaces.ts'
import { Refused } from './answers.ts'
import { type Doors, SessionParams, enter } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

const Params = v.strictObject({ ...SessionParams.entries, item: anId<'item'>() })

/** `GET /api/sessions/:session/items/:item/lineage` */
export const serveLineage = (app: App, doors: Doors): void => {
  const schema = {
    summary: 'Where an item came from, and what became of it',
    description:
      'For whoever may see the item; through all sessions of its workspace, as far as what stands there lies open.',
    params: Params,
    response: { 200: Lineage, '4xx': Refused },
  }
  app.get('/sessions/:session/items/:item/lineage', { schema }, async (request, reply) => {
    const { session, item } = request.params
    const entry = await enter(doors, request, session)
    const board = entry.ok ? await entry.value.room.items(entry.value.seat) : entry
    if (!board.ok) return sendRefusal(reply, board.error)
    if (board.value.items.every(({ id }) => id !== item)) return sendRefusal(reply, refusal('unknown'))
    const own = await doors.past.read(session)
    if (!own) return sendRefusal(reply, refusal('unknown'))
    const { workspace } = own.session
    const others = workspace === undefined ? [] : await doors.past.sessionsOf(workspace)
    return traceItem(own, item, others, workspace && (await doors.workspaces.peek(workspace)))
  })
}
