// @vitest-environment jsdom
import type { Item } from '@roundel/shared/board'
import { fail } from '@roundel/shared/kernel'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, test } from 'vitest'
import { LATER } from '../i18n/catalogue.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { ItemSecondLine } from './item-second-line.tsx'
import { languageByScript, likelySecond, listLanguages } from './languages.ts'
import { Note } from './note.tsx'
import { OwnDrafts } from './own-drafts.tsx'

const ITEM: Item = {
  id: anId<'item'>('tea'),
  kind: 'idea',
  step: anId<'step'>('step-1'),
  text: 'Tea for all',
  lang: 'en',
  rank: '',
  state: 'published',
}
const WITH_SECOND: Item = { ...ITEM, second: { lang: 'fa', text: 'چای برای همه' } }
const MAY = aView({ step: {}, me: { can: { 'translate-item': true } } })
const open = (name: RegExp) => screen.findByRole('button', { name })
const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'The same idea in that language' })

// A part that suspends while an event is played is not drawn again here, so it is fetched before, as by a pointer.
beforeAll(async () => {
  await Promise.all([loadCatalogue(LATER, 'en'), import('./second-line-panel.tsx')])
})

describe('a second line', () => {
  test('C58 it stands under the original, in its own language and direction, whoever reads', () => {
    for (const language of ['en', 'fa'] as const) {
      const { container, unmount } = playRoom(MAY).render(<Note item={WITH_SECOND} isOwn={false} />, language)
      const lines = [...container.querySelectorAll('article p')]
      expect(lines.map((line) => [line.textContent, line.getAttribute('lang'), line.getAttribute('dir')])).toEqual([
        ['Tea for all', 'en', 'auto'],
        ['چای برای همه', 'fa', 'auto'],
      ])
      unmount()
    }
  })

  test('C58 its writer adds it: the letters say the language until somebody else does', async () => {
    const { give, render } = playRoom(MAY)
    render(<ItemSecondLine item={ITEM} isOwn />)
    const user = userEvent.setup()
    await user.click(await open(/^Say it in another language too: Tea/))
    await user.type(await field(), 'چای برای همه')
    expect(screen.getByRole('combobox', { name: 'Language' })).toHaveProperty('value', 'fa')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const command = { type: 'translate-item', item: ITEM.id, lang: 'fa', text: 'چای برای همه' }
    expect(give).toHaveBeenLastCalledWith(command)
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
  })

  test('C58 it is corrected and removed; a refusal leaves the text where it is', async () => {
    const { give, render } = playRoom(MAY)
    render(<ItemSecondLine item={WITH_SECOND} isOwn />)
    const user = userEvent.setup()
    give.mockResolvedValueOnce(fail({ code: 'locked' }))
    await user.click(await open(/^Second language: Tea/))
    await user.type(await field(), '!')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/The board is locked/)).toBeDefined()
    expect((await field()).value).toBe('چای برای همه!')
    await user.click(screen.getByRole('button', { name: 'Remove the second line' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'translate-item', item: ITEM.id, lang: 'fa', text: '' })
  })

  test('C58 others’ items are for those who lead, and nobody where the phase forbids it', () => {
    const button = () => screen.queryByRole('button')
    const views = [
      MAY,
      aView({ step: {}, me: { can: {}, role: 'facilitator' } }),
      aView({ step: {}, me: { can: { 'translate-item': true }, role: 'facilitator' } }),
    ]
    const shown = views.map((view) => {
      const { unmount } = playRoom(view).render(<ItemSecondLine item={ITEM} isOwn={false} />)
      const isThere = button() !== null
      unmount()
      return isThere
    })
    expect(shown).toEqual([false, false, true])
  })

  test('C58 of a private idea it is written into the draft, without asking anybody', async () => {
    const { draft, give, render } = playRoom(MAY)
    draft.items.add({ id: ITEM.id, kind: 'idea', step: ITEM.step, text: ITEM.text, lang: 'en', state: 'ready' })
    const stored = () => draft.items.get(ITEM.id)
    const item = stored()
    if (!item) throw new Error('no draft')
    render(<OwnDrafts draft={draft} items={[item]} colour="mint" />)
    const user = userEvent.setup()
    await user.click(await open(/^Say it in another language too/))
    await user.type(await field(), 'Чай всем')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(stored()?.second).toEqual({ lang: 'ru', text: 'Чай всем' })
    expect(give).not.toHaveBeenCalled()
  })

  test('C58 languages are called as the reader calls them; a likely one is offered first', () => {
    expect(listLanguages('ru', 'eo').map(([, name]) => name)).toEqual(
      expect.arrayContaining(['персидский', 'эсперанто']),
    )
    expect([likelySecond('fa', 'en'), likelySecond('en', 'en'), likelySecond('en', 'fa')]).toEqual(['en', 'ru', 'fa'])
    expect([languageByScript('Чай', 'en'), languageByScript('چای', 'ur')]).toEqual(['ru', 'ur'])
  })
})
