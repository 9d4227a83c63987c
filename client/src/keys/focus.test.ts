// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { goToNextRegion, guardFocus, listRegions } from './focus.ts'

const make = (html: string): void => {
  document.body.replaceChildren(document.createRange().createContextualFragment(html))
}
const find = (id: string): HTMLElement => document.getElementById(id) ?? expect.fail(`no ${id}`)
const focused = (): string | undefined => document.activeElement?.id
const settles = (id: string): Promise<void> => vi.waitFor(() => expect(focused()).toBe(id))

let stop: () => void
beforeEach(() => {
  stop = guardFocus()
})
afterEach(() => {
  stop()
  document.body.replaceChildren()
})

test('C37 F6 leads round the regions that hold anything, to the heading or the first control of each', () => {
  make(`
    <a href="/" id="skip"></a>
    <section data-region><div></div></section>
    <section data-region><h1 id="question">Why?</h1></section>
    <aside data-region><textarea id="mine"></textarea><h2>Yours</h2></aside>
    <section data-region id="room"><p>Nothing yet</p></section>
    <section data-region><button disabled>Back</button><button id="go">Go</button></section>`)
  find('skip').focus()
  const way = ['question', 'mine', 'room', 'go', 'question']
  for (const id of way) {
    goToNextRegion(1)
    expect(focused()).toBe(id)
  }
  for (const id of way.toReversed().slice(1)) {
    goToNextRegion(-1)
    expect(focused()).toBe(id)
  }
})

test('C37 an open panel is the region there is', () => {
  make(`
    <section data-region><h1 id="question">Why?</h1></section>
    <dialog open id="panel"><h2 id="title">Help</h2><button id="close">Close</button></dialog>`)
  find('close').focus()
  goToNextRegion(1)
  expect(focused()).toBe('title')
  expect(listRegions().map(({ id }) => id)).toEqual(['panel'])
})

const LIST = `
  <h1 id="question">Why?</h1>
  <section>
    <h2 id="heading">Yours</h2>
    <ul id="list">
      <li id="a"><button id="a1">1</button></li>
      <li id="b"><button id="b1">1</button><button id="b2">2</button></li>
      <li id="c"><button id="c1">1</button></li>
    </ul>
  </section>`

test('C37 deleting an entry leads to the next one, else to the last, else to the heading', async () => {
  make(LIST)
  find('b2').focus()
  find('b').remove()
  await settles('c1')
  find('c').remove()
  await settles('a1')
  find('a').remove()
  await settles('heading')
})

test('C37 what is replaced inside an entry leads to the entry', async () => {
  make(LIST)
  find('b2').focus()
  find('b').replaceChildren(document.createRange().createContextualFragment('<button id="b3">Correct</button>'))
  await settles('b3')
})

test('C37 what is switched off leads to what stands beside it', async () => {
  make(`<h1>Why?</h1><div role="toolbar"><button id="undo">U</button><button id="redo">R</button></div>`)
  find('undo').focus()
  find('undo').setAttribute('disabled', '')
  await settles('redo')
})

test('C37 when a whole part is gone the focus is on the heading of the page', async () => {
  make(`<h1 id="question">Why?</h1><aside id="side"><textarea id="mine"></textarea></aside>`)
  find('mine').focus()
  find('side').remove()
  await settles('question')
})

test('C37 whoever leaves something, or is elsewhere, is let be', async () => {
  make(LIST)
  find('b2').focus()
  find('b2').blur()
  await Promise.resolve()
  find('b').remove()
  await Promise.resolve()
  expect(focused()).toBe('')
  find('a1').focus()
  find('c').remove()
  await Promise.resolve()
  expect(focused()).toBe('a1')
})
