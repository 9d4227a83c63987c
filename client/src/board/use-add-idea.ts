import { type Board, type Colour, type Draft, type Item, placeAt, rankAt } from '@roundel/shared/board'
import { type ItemId, LIMITS, asId } from '@roundel/shared/kernel'
import type { StepPart } from '@roundel/shared/session'
import { nanoid } from 'nanoid'
import type { AddIdeas, AddedIdeas } from './add-ideas.ts'
import type { AddSentence } from './composer.tsx'
import { addReady, finishComposing } from './composing.ts'
import { useFlavour } from './flavour.ts'
import type { Writing } from './writing.tsx'
import { guessLanguage } from '../i18n/language.ts'
import { useLanguage, useText } from '../i18n/text.ts'
import type { GiveCommand } from '../sync/commands.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useBoard, useDraft, useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'

/** The server takes so many commands at once and then ten a second; who adds more waits for their turn. */
const PAUSE_MS = 1_000
const MOST_PAUSES = 90

const giveInTurn: (give: GiveCommand, command: Parameters<GiveCommand>[0]) => ReturnType<GiveCommand> = async (
  give,
  command,
) => {
  for (let pauses = 0; ; pauses++) {
    const reply = await give(command)
    // Without a number it is not that the board is full, but that it goes too fast.
    const isTooFast = !reply.ok && reply.error.code === 'too-many' && reply.error.details?.['most'] === undefined
    if (!isTooFast || pauses === MOST_PAUSES) return reply
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

const removeReady = (draft: Draft, ids: readonly ItemId[]): void =>
  draft.transact(() => {
    for (const id of ids) if (draft.items.get(id)?.state === 'ready') draft.items.remove(id)
  })

/** What is known of the step in which one adds. */
type AddingTo = Pick<StepPart, 'id' | 'names'> & { readonly policies: Pick<StepPart['policies'], 'add' | 'kinds'> }

/**
 * What "Add" does in a phase, to one sentence or to many at once. In private it makes them private ideas. In the open it
 * puts them onto the board: where names are hidden the server does so, because a person's own writing would tell whose
 * they are.
 */
export const useAddIdea = (
  step: AddingTo,
  writing: Writing,
  ownCount: number,
): { readonly add: AddSentence; readonly addAll: AddIdeas } => {
  const t = useText()
  const language = useLanguage()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { me } = useView()
  const board = useBoard()
  const draft = useDraft()
  const kind = step.policies.kinds[0] ?? 'idea'
  const { inspiredBy, added } = useFlavour()
  const context = { step: step.id, kind, language, inspiredBy }
  const isPrivate = step.policies.add === 'private'
  // What led to it is linked by the server, which then writes the rest, too.
  const isSigned = step.names === 'shown'
  const isByHand = isSigned && !inspiredBy?.length

  const newItem = (to: Board, text: string, colour: Colour): Item => {
    const index = to.items.all().size
    const where = { step: step.id, rank: rankAt(index), at: placeAt(index) }
    const lang = guessLanguage(text, language)
    return { id: asId<'item'>(nanoid(16)), kind, text, lang, ...where, colour, state: 'published', author: me.seat }
  }
  const ask = (text: string) =>
    giveInTurn(give, {
      type: 'add-item',
      kind,
      text,
      lang: guessLanguage(text, language),
      ...(inspiredBy && { inspiredBy }),
    })
  const withdrawAll = async (ids: readonly ItemId[]): Promise<void> => {
    for (const item of ids) await giveInTurn(give, { type: 'withdraw', item, withdrawn: true })
  }

  const add: AddSentence = async ({ text, colour }) => {
    if (!draft) return undefined
    if (isPrivate) {
      if (!finishComposing(draft, writing.id, text, context, isSigned ? colour : undefined))
        return t('composer.full', { most: LIMITS.draftsPerSeat })
      writing.begin()
      announce(added?.(ownCount + 1) ?? t('own.added', { count: ownCount + 1 }))
      return undefined
    }
    if (isByHand && board) {
      board.items.add(newItem(board, text, colour))
      writing.discard()
      announce(t('own.published'))
      return undefined
    }
    const taken = writing.take()
    const reply = await ask(text)
    if (reply.ok) {
      writing.drop(taken)
      announce(t('own.published'))
      return undefined
    }
    if (reply.error.code !== 'offline') {
      writing.giveBack(taken)
      return t(PROBLEM_TEXTS[reply.error.code])
    }
    // Kept as a private idea, which travels by itself; on return its owner is asked whether it shall join.
    finishComposing(draft, taken.id, text, context, undefined)
    writing.release(taken)
    return t('composer.kept-offline')
  }

  const addPrivately = (to: Draft, texts: readonly string[], colour: Colour | undefined): AddedIdeas => {
    const ids = addReady(to, texts, context, colour)
    return { count: ids.length, left: texts.slice(ids.length), undo: async () => removeReady(to, ids) }
  }

  const addByServer = async (to: Draft, texts: readonly string[]): Promise<AddedIdeas> => {
    const ids: ItemId[] = []
    for (const [index, text] of texts.entries()) {
      const reply = await ask(text)
      if (reply.ok) {
        if (reply.value.item) ids.push(reply.value.item)
        continue
      }
      const rest = texts.slice(index)
      const undo = (): Promise<void> => withdrawAll(ids)
      if (reply.error.code !== 'offline') {
        return { count: ids.length, left: rest, problem: t(PROBLEM_TEXTS[reply.error.code]), undo }
      }
      const kept = addPrivately(to, rest, undefined)
      return { ...kept, count: ids.length, problem: t('composer.kept-offline'), undo }
    }
    return { count: ids.length, left: [], undo: () => withdrawAll(ids) }
  }

  const addAll: AddIdeas = async (texts, colour, taken) => {
    if (!draft) return { count: 0, left: texts, undo: async () => undefined }
    if (!isPrivate && (!isByHand || !board)) {
      const added = await addByServer(draft, texts)
      writing.drop(taken)
      return added
    }
    writing.drop(taken)
    if (isPrivate || !board) return addPrivately(draft, texts, isSigned ? colour : undefined)
    const ids = texts.map((text) => {
      const item = newItem(board, text, colour)
      board.items.add(item)
      return item.id
    })
    return { count: ids.length, left: [], undo: () => withdrawAll(ids) }
  }
  return { add, addAll }
}
