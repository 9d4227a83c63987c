import * as v from 'valibot'
import {
  type ContactId,
  DAY_MS,
  LIMITS,
  type Refusal,
  type Result,
  aLine,
  anId,
  asId,
  fail,
  ok,
  refusal,
} from '../kernel/index.ts'
import { ChallengeBody, LANGUAGES, Moment, SessionMinutes, SettingsBody, StepBody } from '../session/index.ts'
import { CONTACT_KINDS, type Workspace } from './workspace.ts'

const title = aLine(LIMITS.titleCharacters)

const contactFields = {
  kind: v.picklist(CONTACT_KINDS),
  who: aLine(LIMITS.labelCharacters),
  at: Moment,
  lines: v.pipe(
    v.array(aLine(LIMITS.contactLineCharacters)),
    v.minLength(1),
    v.maxLength(LIMITS.contactLines),
    v.readonly(),
  ),
}

/** What is planned together with an agenda. */
const plannedFields = {
  language: v.exactOptional(v.picklist(LANGUAGES)),
  challenge: v.exactOptional(ChallengeBody),
  settings: v.exactOptional(SettingsBody),
  plannedMinutes: v.exactOptional(SessionMinutes),
}

/** `POST /api/workspaces` */
export const NewWorkspace = v.strictObject({ title, language: v.optional(v.picklist(LANGUAGES), 'en') })
export type NewWorkspace = v.InferOutput<typeof NewWorkspace>

/** What the holder of the key can change about a workspace. `keep-agenda` takes that of one of its sessions. */
export const WorkspaceChange = v.variant('type', [
  v.strictObject({
    type: v.literal('edit'),
    title: v.optional(title),
    language: v.optional(v.picklist(LANGUAGES)),
    retentionDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(LIMITS.retentionDaysLeast))),
  }),
  v.strictObject({ type: v.literal('note-contact'), ...contactFields }),
  v.strictObject({ type: v.literal('edit-contact'), contact: anId<'contact'>(), ...contactFields }),
  v.strictObject({ type: v.literal('remove-contact'), contact: anId<'contact'>() }),
  v.strictObject({
    type: v.literal('save-agenda'),
    title,
    agenda: v.pipe(v.array(StepBody), v.minLength(1), v.maxLength(LIMITS.agendaSteps), v.readonly()),
    ...plannedFields,
  }),
  v.strictObject({ type: v.literal('keep-agenda'), title, session: anId<'session'>() }),
  v.strictObject({ type: v.literal('remove-agenda'), agenda: anId<'agenda'>() }),
])
export type WorkspaceChange = v.InferOutput<typeof WorkspaceChange>

/** A new workspace with nothing in it. */
export const createWorkspace = (
  body: NewWorkspace,
  made: { readonly now: number; readonly newId: () => string; readonly retentionDays: number },
): Workspace => ({
  id: asId(made.newId()),
  title: body.title,
  language: body.language,
  createdAt: made.now,
  retentionDays: made.retentionDays,
  contacts: [],
  agendas: [],
})

/** A change that needs nothing but the workspace itself. */
type OwnChange = Exclude<WorkspaceChange, { readonly type: 'keep-agenda' }>

/** What a change needs from around: `mostDays` is how long the operator keeps anything of a workspace. */
interface Around {
  readonly newId: () => string
  readonly mostDays: number
}

/**
 * The workspace after a change. Refuses with `unknown` for what is not there, `too-many` where there is no place for more, and
 * `bad-input` for a time that is longer than anything is kept here.
 */
export const changeWorkspace = (
  workspace: Workspace,
  change: OwnChange,
  { newId, mostDays }: Around,
): Result<Workspace, Refusal> => {
  const { contacts, agendas } = workspace
  switch (change.type) {
    case 'edit': {
      const { title: name, language, retentionDays } = change
      if (retentionDays !== undefined && retentionDays > mostDays)
        return fail(refusal('bad-input', { path: 'retentionDays', most: mostDays }))
      return ok({
        ...workspace,
        ...(name !== undefined && { title: name }),
        ...(language !== undefined && { language }),
        ...(retentionDays !== undefined && { retentionDays }),
      })
    }
    case 'note-contact': {
      if (contacts.length >= LIMITS.contacts) return fail(refusal('too-many', { most: LIMITS.contacts }))
      const { type: _, ...fields } = change
      return ok(withContacts(workspace, [{ id: asId<'contact'>(newId()), ...fields }, ...contacts]))
    }
    case 'edit-contact': {
      const { type: _, contact: id, ...fields } = change
      if (!hasContact(workspace, id)) return fail(refusal('unknown'))
      return ok(
        withContacts(
          workspace,
          contacts.map((contact) => (contact.id === id ? { id, ...fields } : contact)),
        ),
      )
    }
    case 'remove-contact':
      if (!hasContact(workspace, change.contact)) return fail(refusal('unknown'))
      return ok(
        withContacts(
          workspace,
          contacts.filter(({ id }) => id !== change.contact),
        ),
      )
    case 'save-agenda': {
      if (agendas.length >= LIMITS.savedAgendas) return fail(refusal('too-many', { most: LIMITS.savedAgendas }))
      const { type: _, ...saved } = change
      return ok({ ...workspace, agendas: [...agendas, { id: newId(), ...saved }] })
    }
    case 'remove-agenda':
      if (agendas.every(({ id }) => id !== change.agenda)) return fail(refusal('unknown'))
      return ok({ ...workspace, agendas: agendas.filter(({ id }) => id !== change.agenda) })
  }
}

const hasContact = ({ contacts }: Workspace, id: ContactId): boolean => contacts.some((contact) => contact.id === id)

const withContacts = (workspace: Workspace, contacts: Workspace['contacts']): Workspace => ({
  ...workspace,
  contacts: contacts.toSorted((one, other) => other.at - one.at),
})

/** The workspace without the contacts that are older than what it keeps; the same one where there are none. */
export const dropOldContacts = (workspace: Workspace, now: number): Workspace => {
  const since = now - workspace.retentionDays * DAY_MS
  const kept = workspace.contacts.filter(({ at }) => at > since)
  return kept.length === workspace.contacts.length ? workspace : { ...workspace, contacts: kept }
}
