import { StepBody } from '@roundel/shared/protocol'
import * as v from 'valibot'
import { Refused, SwitchPreviewed } from './answers.ts'
import { type Doors, SessionParams, enter } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

/** The step to switch to, as an address can carry it. */
const Query = v.strictObject({
  kind: StepBody.entries.kind,
  settings: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(4_000),
      v.parseJson(),
      v.record(v.string(), v.unknown()),
      v.description('Settings of the new step, as JSON.'),
    ),
  ),
})

/** `GET /api/sessions/:session/switch` */
export const serveSwitchPreview = (app: App, doors: Doors): void => {
  const schema = {
    summary: 'What switching to another method would do',
    description: 'For those who lead, before they give `switch-method`. Nothing changes by it.',
    params: SessionParams,
    querystring: Query,
    response: { 200: SwitchPreviewed, '4xx': Refused },
  }
  app.get('/sessions/:session/switch', { schema }, async (request, reply) => {
    const entry = await enter(doors, request, request.params.session)
    const preview = entry.ok ? await entry.value.room.previewSwitch(entry.value.seat, request.query) : entry
    return preview.ok ? preview.value : sendRefusal(reply, preview.error)
  })
}
