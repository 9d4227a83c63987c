import * as v from 'valibot'
import { COLOURS, Lang } from '../board/index.ts'
import { LIMITS, aLine, anId } from '../kernel/index.ts'
import { Name, NewSession } from '../session/fields.ts'
import { LANGUAGES } from '../session/session.ts'

export { ChallengeBody, Name, SettingsBody, StepBody } from '../session/fields.ts'

const Credential = v.picklist(['cookie', 'token'])

/** Where things stand that are brought into a session: items of others, and lines of the contact log. */
const Carried = v.pipe(
  v.array(
    v.variant('type', [
      v.strictObject({ type: v.literal('item'), session: anId<'session'>(), item: anId<'item'>() }),
      v.strictObject({
        type: v.literal('contact'),
        contact: anId<'contact'>(),
        line: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.contactLines - 1)),
      }),
    ]),
  ),
  v.minLength(1),
  v.maxLength(LIMITS.carriedAtOnce),
)

/** `POST /api/sessions` */
export const CreateSessionBody = v.strictObject({
  ...NewSession.entries,
  /** The workspace that it is to belong to, whose key comes with the request. */
  workspace: v.optional(anId<'workspace'>()),
  /** What of that workspace stands in it from the start. */
  carry: v.optional(Carried),
  credential: v.optional(Credential),
})
export type CreateSessionBody = v.InferOutput<typeof CreateSessionBody>

/** `POST /api/rehearsals` */
export const RehearsalBody = v.strictObject({
  language: v.optional(v.picklist(LANGUAGES), 'en'),
  facilitatorName: v.optional(Name),
  credential: v.optional(Credential),
})

/** `POST /api/sessions/:id/seats` */
export const JoinBody = v.strictObject({
  /** The code, or the secret of a link, which decides role and side. */
  invite: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  name: v.optional(Name),
  colour: v.optional(v.picklist(COLOURS)),
  language: v.optional(v.picklist(LANGUAGES)),
  department: v.optional(aLine(LIMITS.labelCharacters)),
  place: v.optional(aLine(LIMITS.labelCharacters)),
  /** Whether to wait in line when every place is taken. */
  wait: v.optional(v.boolean()),
  credential: v.optional(Credential),
})
export type JoinBody = v.InferOutput<typeof JoinBody>

/** `POST /api/workspaces/:workspace/sessions/:session/carried`: what is brought into a session, and from where. */
export const CarryBody = v.strictObject({ from: Carried })
export type CarryBody = v.InferOutput<typeof CarryBody>

/** A language tag for content. */
export { Lang }
