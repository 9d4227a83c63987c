import { openHandover } from '@roundel/shared/board'
import { LIMITS, type TableId } from '@roundel/shared/kernel'
import { type OwnCafe, isRound } from '@roundel/shared/methods/cafe'
import type { Situation } from './act.ts'

/** What a simulated person writes at a table. */
export type CafeAct =
  | { readonly type: 'write-on-cloth'; readonly table: TableId; readonly round: number; readonly text: string }
  | { readonly type: 'hand-over'; readonly table: TableId; readonly round: number; readonly lines: readonly string[] }

type Given = { readonly type: 'give'; readonly command: Readonly<Record<string, unknown>> }
type Taken =
  | { readonly type: 'begin'; readonly text: string }
  | { readonly type: 'finish'; readonly draft: Situation['drafts'][number]['id']; readonly text: string }

/** How often somebody who has just looked does something, so that it does not all come at once. */
const ACTS = 0.25
/** So many notes lie on a cloth before people only talk. */
const NOTES = 12

const give = (command: Given['command']): Given => ({ type: 'give', command })

/** Sits down, says that one is there, writes on the cloth, hands on what was said; then what one takes along. */
export const actAtCafe = (situation: Situation): CafeAct | Given | Taken | undefined => {
  const { view, random } = situation
  const own = view.me.work as OwnCafe | undefined
  const { step } = view
  if (!own || !step || step.locked || random() > ACTS) return undefined
  if (step.phase === 'gather') return gather(situation, own)
  if (!own.place) {
    const [free] = own.suggestions ?? []
    return free && give({ type: 'sit', table: free.table })
  }
  if (!own.place.arrived) return give({ type: 'arrive' })
  return isRound(step.phase) ? talk(situation, own.place, own.handsOver) : undefined
}

const talk = (
  { view, script, share, cloth, random }: Situation,
  { table }: NonNullable<OwnCafe['place']>,
  handsOver: boolean,
): CafeAct | undefined => {
  const round = Number(view.step?.phase.split('-')[1])
  if (!cloth) return undefined
  const notes = [...cloth.items.all().values()]
  if (handsOver && notes.length > 2 && !openHandover(cloth, table).get(round)) {
    const lines = notes.slice(-3).map(({ text }) => text.slice(0, LIMITS.handoverLineCharacters))
    return { type: 'hand-over', table, round, lines }
  }
  const known = new Set(notes.map(({ text }) => text))
  const sayable = [...share, ...script.associations].filter((text) => !known.has(text))
  const text = sayable[Math.floor(random() * sayable.length)]
  return text === undefined || notes.length >= NOTES ? undefined : { type: 'write-on-cloth', table, round, text }
}

/** A host says what the table found; everybody else takes one thing along. */
const gather = ({ view, script, share, drafts, random }: Situation, own: OwnCafe): Given | Taken | undefined => {
  const last = own.past.at(-1)
  if (last?.role === 'host') {
    if (own.harvest) return undefined
    const theme = script.themes[Math.floor(random() * script.themes.length)]
    const insights = theme ? [theme.name] : []
    return give({ type: 'write-harvest', table: last.table, insights, question: script.question })
  }
  const mine = drafts.find(({ step, kind }) => step === view.step?.id && kind === 'note')
  const text = share.at(-1) ?? script.question
  if (!mine) return { type: 'begin', text }
  return mine.state === 'composing' ? { type: 'finish', draft: mine.id, text } : undefined
}
