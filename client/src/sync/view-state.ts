import type { ViewMessage } from '@roundel/shared/protocol'
import { VIEW_PARTS, type View, type ViewPart } from '@roundel/shared/session'

/** The view as this device knows it, and the version of each part it is made of. */
export interface ViewState {
  readonly view?: View
  readonly versions: Readonly<Partial<Record<ViewPart, number>>>
}

export const NO_VIEW: ViewState = { versions: {} }

const isComplete = (view: Partial<View>): view is View =>
  view.session !== undefined && view.me !== undefined && view.people !== undefined

/**
 * The view after a message: its parts take the place of older ones, parts that are gone disappear.
 *
 * A part older than the one at hand is left out, so that messages of two connections may overtake each other. The first
 * message of a connection carries every part and begins anew (`fresh`): whatever it does not carry, the person has not.
 */
export const mergeView = (before: ViewState, message: ViewMessage, fresh: boolean): ViewState => {
  const view: Record<string, unknown> = fresh ? {} : { ...before.view }
  const versions: Partial<Record<ViewPart, number>> = fresh ? {} : { ...before.versions }
  for (const part of VIEW_PARTS) {
    const version = message.versions[part] ?? 0
    if (message[part] !== undefined && version >= (versions[part] ?? 0)) {
      view[part] = message[part]
      versions[part] = version
    }
  }
  for (const part of message.gone ?? []) delete view[part]
  view['v'] = message.v
  view['now'] = message.now
  const merged = view as Partial<View>
  return isComplete(merged) ? { view: merged, versions } : { versions }
}

/** A whole view as the message that would have brought it. */
export const messageOf = (view: View): ViewMessage => ({
  type: 'view',
  v: view.v,
  versions: { session: view.v, me: view.v, people: view.v, work: view.v, step: view.v },
  now: view.now,
  session: view.session,
  me: view.me,
  people: view.people,
  ...(view.work && { work: view.work }),
  ...(view.step && { step: view.step }),
})
