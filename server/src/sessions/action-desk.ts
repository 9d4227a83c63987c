import { type Refusal, type Result, type SeatId, asId, fail, ok, refusal } from '@roundel/shared/kernel'
import type { Action, ActionId } from '@roundel/shared/methods/decide'
import { type Report, type Session, findLinked, linkAction, reportOn } from '@roundel/shared/session'
import { hashSecret } from '../identity/secret.ts'
import type { Chance } from './chance.ts'
import type { CommandLine } from './command-line.ts'
import type { SessionCore } from './session-core.ts'

/** What the page of one action shows to whoever has its link: nothing of anybody else, and no names. */
export interface LinkedAction {
  readonly session: Pick<Session, 'id' | 'title' | 'language'>
  readonly action: Pick<Action, 'id' | 'text' | 'due' | 'hypothesis' | 'metric' | 'baseline' | 'state' | 'reviewed'>
  /** What was decided, and why. */
  readonly decision: string
  readonly why: string
  /** The ideas that it comes of. */
  readonly ideas: readonly string[]
  /** Whether the session is over, so that it can be said how the action went. */
  readonly isOver: boolean
}

/** Lets people without a seat look after one action, by a link that only its hash is kept of. */
export interface ActionDesk {
  /** Makes `secret` the one that opens an action; without one, none does. Refuses as `linkAction` does. */
  readonly link: (seat: SeatId, action: ActionId, secret: string | undefined) => Promise<Result<void, Refusal>>
  /** What a secret opens. Refuses with `unknown`. */
  readonly open: (secret: string) => Promise<Result<LinkedAction, Refusal>>
  /** Says how it went. Refuses with `unknown`, or with `wrong-phase` before the end. */
  readonly report: (secret: string, report: Report) => Promise<Result<LinkedAction, Refusal>>
}

export const openActionDesk = (
  core: SessionCore,
  { inTurn }: Pick<CommandLine, 'inTurn'>,
  { now }: Pick<Chance, 'now'>,
): ActionDesk => {
  const show = (session: Session, secret: string): Result<LinkedAction, Refusal> => {
    const linked = findLinked(session, hashSecret(secret))
    if (!linked) return fail(refusal('unknown'))
    const { action, decision } = linked
    const { item } = core.circumstances()
    const { id, text, due, hypothesis, metric, baseline, state, reviewed } = action
    return ok({
      session: { id: session.id, title: session.title, language: session.language },
      action: {
        id,
        text,
        ...(due !== undefined && { due }),
        ...(hypothesis !== undefined && { hypothesis }),
        ...(metric !== undefined && { metric }),
        ...(baseline !== undefined && { baseline }),
        state,
        ...(reviewed && { reviewed }),
      },
      decision: decision.text,
      why: decision.why,
      ideas: action.items.flatMap((found) => {
        const idea = item(asId(found))?.item
        return idea?.state === 'published' ? [idea.text] : []
      }),
      isOver: session.position.state === 'ended',
    })
  }

  const open: ActionDesk['open'] = async (secret) => {
    // What the board says must be on disk before anybody reads it here.
    await core.settled()
    return show(core.durable(), secret)
  }

  const put = (seat: SeatId, action: ActionId, secret: string | undefined): Result<() => Promise<void>, Refusal> => {
    const linked = linkAction(core.ahead(), seat, action, secret && hashSecret(secret), now())
    if (!linked.ok) return linked
    const stored = core.change({
      session: linked.value,
      log: { seat, type: secret === undefined ? 'unlink-action' : 'link-action' },
    })
    stored.catch(() => undefined)
    return ok(() => stored.then(() => undefined))
  }

  const say = (secret: string, report: Report): Result<() => Promise<void>, Refusal> => {
    const session = core.ahead()
    const linked = findLinked(session, hashSecret(secret))
    if (!linked) return fail(refusal('unknown'))
    if (session.position.state !== 'ended') return fail(refusal('wrong-phase'))
    const reported = reportOn(session, linked.action.id, report, now())
    if (!reported.ok) return reported
    const stored = core.change({ session: reported.value, log: { seat: 'server', type: 'report-action' } })
    stored.catch(() => undefined)
    return ok(() => stored.then(() => undefined))
  }

  return {
    link: async (seat, action, secret) => {
      const made = await inTurn(async () => put(seat, action, secret))
      return made.ok ? ok(await made.value()) : made
    },
    open,
    report: async (secret, report) => {
      const said = await inTurn(async () => say(secret, report))
      if (!said.ok) return said
      await said.value()
      return open(secret)
    },
  }
}
