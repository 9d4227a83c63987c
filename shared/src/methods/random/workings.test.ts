import { describe, expect, test } from 'vitest'
import { type ItemId, type SeatId, asId } from '../../kernel/index.ts'
import { deckOf } from './decks/index.ts'
import { isFaithful, repeatDraw } from './draw.ts'
import { RandomRoom } from '../../session/simulated/random-room.ts'
import { SWAPS_MOST } from './swap.ts'

const texts = (room: RandomRoom): readonly string[] => room.itemsOfKind('stimulus').map(({ text }) => text)

describe('M33 the draw', () => {
  test('M33 cards are drawn as associating begins, not before, and lie on the board as nobody’s, in the session’s language', () => {
    const room = new RandomRoom({ frame: 2, seed: '2026-Q1-demo' })
    room.goTo('frame')
    expect([room.work().isDrawn, room.work().seed, texts(room)]).toEqual([false, undefined, []])
    room.goOn()
    const { cards, seed, deck } = room.work()
    expect(cards.map(({ key }) => key)).toEqual(repeatDraw(deckOf('words'), 'shared', '2026-Q1-demo', 3))
    expect([seed, deck]).toEqual(['2026-Q1-demo', { id: 'words', version: 1, size: deckOf('words').keys.length }])
    expect(room.itemsOfKind('stimulus').map(({ id }) => id)).toEqual(cards.map(({ item }) => item))
    for (const { owner, item } of room.items.values())
      expect([owner, item.author, item.lang]).toEqual([undefined, undefined, 'en'])
    const state = room.state()
    expect(state.drawings.draws.shared && isFaithful(state.drawings.draws.shared, deckOf('words'))).toBe(true)
  })

  test('M33 a card is called in the language of the session; a deck of one’s own says what it says, in its own', () => {
    const room = new RandomRoom({ deck: 'pictures' })
    room.session = { ...room.session, language: 'fa' }
    room.goTo('associate')
    for (const text of texts(room)) expect(text).toMatch(/\p{Script=Arabic}/u)
    const own = new RandomRoom({ deck: { lang: 'ru', cards: ['утка', 'гвоздь'] } })
    own.goTo('associate')
    expect(texts(own).toSorted()).toEqual(['гвоздь', 'утка'])
    expect(own.itemsOfKind('stimulus').map(({ lang }) => lang)).toEqual(['ru', 'ru'])
    expect([own.work().missing, own.work().deck.lang]).toEqual([1, 'ru'])
  })

  test.each(['connect', 'bridge', 'share'])(
    'M33 where what comes before is skipped they are drawn as %s begins',
    (first) => {
      const order = ['associate', 'connect', 'bridge', 'share']
      const skipped = order.slice(0, order.indexOf(first))
      const room = new RandomRoom(Object.fromEntries(skipped.map((phase) => [phase, 0])))
      room.goTo(first)
      expect(room.work().cards).toHaveLength(3)
    },
  )

  test('M33 going back, undoing, leaving for another method and reopening draw nothing anew', () => {
    const room = new RandomRoom()
    room.goTo('associate')
    const [cards, items] = [room.work().cards, room.items.size]
    room.goTo('connect')
    room.give(room.facilitator, { type: 'back' })
    room.goOn()
    room.give(room.facilitator, { type: 'back' })
    room.give(room.facilitator, { type: 'switch-method', to: { kind: 'talk' } })
    expect(room.work().cards).toEqual(cards)
    room.give(room.facilitator, { type: 'reopen', step: room.stepId })
    expect([room.phase === undefined, room.work().cards, room.items.size]).toEqual([false, cards, items])
  })

  test('M33 for people who draw alone nothing lies open, each holds their own, and whoever comes late has theirs at once', () => {
    const room = new RandomRoom({ scope: 'person' })
    const people = Array.from({ length: 59 }, (_, index) => room.enter(`P${index}`))
    room.goTo('associate')
    expect([room.work().cards, texts(room)]).toEqual([[], []])
    const hands = people.map((seat) =>
      room
        .own(seat)
        .hand.map(({ key }) => key)
        .join(),
    )
    expect(new Set(hands).size).toBeGreaterThan(50)
    const late = room.enter('Late')
    expect(room.own(late).hand).toHaveLength(3)
    const { scope, hand } = room.own(late)
    expect(repeatDraw(deckOf('words'), scope, room.stepId, 3)).toEqual(hand.map(({ key }) => key))
  })
})

describe('M34 cards that change', () => {
  test('M34 a redraw puts another card in the place of one for all, keeps why, and takes the first off the board', () => {
    const room = new RandomRoom()
    const leila = room.enter('Leila')
    room.goTo('associate')
    const [first, second, third] = room.work().cards
    expect(room.try(room.facilitator, { type: 'redraw', place: 1, reason: 'hurtful' })).toBe('ok')
    const after = room.work().cards
    expect([after[0], after[2]]).toEqual([first, third])
    expect(after[1]).not.toEqual(second)
    expect(room.items.get(second?.item as ItemId)?.item.state).toBe('withdrawn')
    expect(room.work().redraws).toMatchObject([{ was: second?.key, now: after[1]?.key, reason: 'hurtful' }])
    expect([room.work(leila).redrawn, room.work(leila).redraws]).toEqual([1, undefined])
    expect(room.own(leila).hand).toEqual(after)
    expect(room.try(room.facilitator, { type: 'redraw', place: 9, reason: 'unknown' })).toBe('unknown')
  })

  test('M34 cards that people draw alone nobody redraws; more can be drawn for all or for each', () => {
    const alone = new RandomRoom({ scope: 'person' })
    const leila = alone.enter('Leila')
    alone.goTo('associate')
    expect(alone.try(alone.facilitator, { type: 'redraw', place: 0, reason: 'unknown' })).toBe('closed')
    const before = alone.own(leila).hand
    alone.goTo('bridge')
    expect(alone.try(alone.facilitator, { type: 'draw-more', count: 2 })).toBe('ok')
    expect(alone.own(leila).hand.slice(0, 3)).toEqual(before)
    expect(alone.own(leila).hand).toHaveLength(5)
    expect(alone.try(alone.facilitator, { type: 'draw-more', count: 8 })).toBe('too-many')
    const room = new RandomRoom()
    room.goTo('bridge')
    expect(room.try(room.facilitator, { type: 'draw-more', count: 1 })).toBe('ok')
    expect([room.work().cards.length, texts(room).length, room.work().more]).toEqual([4, 4, 8])
    const small = new RandomRoom({ deck: { lang: 'en', cards: ['nail', 'duck', 'pond'] } })
    small.goTo('bridge')
    expect([small.work().more, small.try(small.facilitator, { type: 'draw-more', count: 1 })]).toEqual([0, 'closed'])
  })

  test('M34 what was drawn says what the deck says: nobody corrects, merges or parks it', () => {
    const room = new RandomRoom()
    room.goTo('connect')
    const [first, second] = room.work().cards.map(({ item }) => item) as [ItemId, ItemId]
    expect(room.try(room.facilitator, { type: 'edit-item', item: first, text: 'x' })).not.toBe('ok')
    expect(room.try(room.facilitator, { type: 'park', item: first })).toBe('closed')
    expect(room.try(room.facilitator, { type: 'merge', item: first, into: second })).toBe('closed')
    expect(room.try(room.facilitator, { type: 'hide', item: first })).toBe('ok')
  })
})

describe('M35 a swap is one person’s alone', () => {
  test.each(['shared', 'table', 'person'])(
    'M35 nothing of it stands in what anybody else is told, in any phase, drawn for %s',
    (scope) => {
      const run = (swaps: boolean) => {
        const room = new RandomRoom({ scope, frame: 1, group: 2 })
        const leila = room.enter('Leila')
        const others = [
          room.facilitator,
          room.enter('Dmitry'),
          room.enter('Omid', 'client'),
          room.enter('Vera', 'observer'),
          room.enter('Wall', 'screen'),
        ]
        const told: string[] = []
        for (const phase of ['frame', 'associate', 'connect', 'bridge', 'share', 'group']) {
          room.goTo(phase)
          // What was honoured for a moment after the phase before is over.
          room.wait(60_000)
          if (swaps) room.give(leila, { type: 'swap', place: 0 })
          for (const seat of others) told.push(room.told(seat))
        }
        return { told, room, leila }
      }
      const [quiet, swapped] = [run(false), run(true)]
      expect(swapped.told).toEqual(quiet.told)
      expect(swapped.room.own(swapped.leila).swapsLeft).toBe(SWAPS_MOST - 3)
      expect([...swapped.room.items.values()]).toEqual([...quiet.room.items.values()])
    },
  )

  test('M35 what a card led to that only one person has says nothing of the card, where all have the same', () => {
    const room = new RandomRoom()
    const leila = room.enter('Leila')
    room.goTo('associate')
    room.give(leila, { type: 'swap', place: 0 })
    const [got, , kept] = room.own(leila).hand
    room.associate(leila, 'about the swapped one', got?.item)
    room.associate(leila, 'about a common one', kept?.item)
    room.goTo('connect')
    expect(room.sourcesOf(room.byText('about the swapped one').id)).toEqual([])
    expect(room.sourcesOf(room.byText('about a common one').id)).toEqual([kept?.item])
    expect(room.items.has(got?.item as ItemId)).toBe(false)
  })

  test('M35 six at most, and never a card that one has seen', () => {
    const room = new RandomRoom()
    const leila = room.enter('Leila')
    room.goTo('associate')
    const seen = new Set(room.work().cards.map(({ key }) => key))
    for (let swap = 0; swap < SWAPS_MOST; swap++) {
      expect(room.try(leila, { type: 'swap', place: 0 })).toBe('ok')
      const key = room.own(leila).hand.find((card) => !seen.has(card.key))?.key
      expect(key).toBeDefined()
      seen.add(key as string)
    }
    expect(room.try(leila, { type: 'swap', place: 0 })).toBe('too-many')
    expect(room.try(room.facilitator, { type: 'swap', place: 11 })).toBe('unknown')
  })
})

describe('M36 whose a card is', () => {
  test('M36 with all that everybody is told, and every seat’s id, nobody finds whose cards somebody drew', () => {
    const room = new RandomRoom({ scope: 'person' })
    const leila = room.enter('Leila')
    const dmitry = room.enter('Dmitry')
    room.goTo('associate')
    const { secret } = room.state()
    const [mine] = room.own(leila).hand
    for (const seat of [dmitry, room.facilitator]) {
      expect(room.told(seat)).not.toContain(secret)
      expect(room.told(seat)).not.toContain(mine?.item)
      expect(room.told(seat)).not.toContain(room.own(leila).scope)
    }
    expect(room.told(leila)).not.toContain(secret)
    expect(repeatDraw(deckOf('words'), `person:${leila}`, room.stepId, 3)).not.toEqual(
      room.own(leila).hand.map(({ key }) => key),
    )
  })

  test('M36 a card drawn alone comes onto the board with what it led to, once, and as nobody’s', () => {
    const room = new RandomRoom({ scope: 'person' })
    const leila = room.enter('Leila')
    room.goTo('associate')
    const [first, second] = room.own(leila).hand
    room.associate(leila, 'one', first?.item)
    room.associate(leila, 'two', first?.item)
    room.write(leila, 'never ready', { kind: 'association', state: 'composing', inspiredBy: [second?.item as ItemId] })
    expect(room.itemsOfKind('stimulus')).toEqual([])
    room.goTo('connect')
    expect(room.itemsOfKind('stimulus').map(({ id }) => id)).toEqual([first?.item])
    expect(room.items.get(first?.item as ItemId)?.owner).toBeUndefined()
    for (const text of ['one', 'two']) expect(room.sourcesOf(room.byText(text).id)).toEqual([first?.item])
    expect(room.work().stimuli).toEqual([first])
  })

  test('M36 where people who draw alone connect from the beginning all their cards lie open, in no order of theirs', () => {
    const room = new RandomRoom({ scope: 'person', associate: 0 })
    const people = [room.facilitator, room.enter('Leila'), room.enter('Dmitry')]
    room.goTo('connect')
    const open = room.work().stimuli.map(({ item }) => item)
    const held = people.flatMap((seat) => room.own(seat).hand.map(({ item }) => item))
    expect(open.toSorted()).toEqual([...new Set(held)].toSorted())
  })
})

describe('M37 what led to what', () => {
  test('M37 an idea goes back to what it names that lies open, and to nothing else', () => {
    const room = new RandomRoom()
    const leila = room.enter('Leila')
    room.goTo('associate')
    const [card, hidden] = room.work().cards.map(({ item }) => item) as [ItemId, ItemId]
    room.associate(leila, 'far to see', card)
    room.goTo('bridge')
    room.give(room.facilitator, { type: 'hide', item: hidden })
    const association = room.byText('far to see').id
    const nowhere = asId<'item'>('nowhere000000000')
    room.write(leila, 'a light', { inspiredBy: [card, association, association, hidden, nowhere] })
    room.write(leila, 'free', {})
    room.goTo('share')
    expect(room.sourcesOf(room.byText('a light').id)).toEqual([card, association])
    expect(room.sourcesOf(room.byText('free').id)).toEqual([])
    expect(room.try(leila, { type: 'add-item', kind: 'idea', text: 'in the open', inspiredBy: [card] })).toBe('ok')
    expect(room.sourcesOf(room.byText('in the open').id)).toEqual([card])
  })

  test('M37 a private item tells nobody what led to it, and one that comes late is linked as well', () => {
    const room = new RandomRoom()
    const leila = room.enter('Leila')
    room.goTo('associate')
    const [card] = room.own(leila).hand
    room.goTo('bridge')
    const draft = room.write(leila, 'late light', { state: 'composing', inspiredBy: [card?.item as ItemId] })
    expect([...room.links.values()]).toEqual([])
    room.goTo('share')
    expect([...room.links.values()]).toEqual([])
    expect(room.try(leila, { type: 'publish-late', draft })).toBe('ok')
    expect(room.sourcesOf(room.byText('late light').id)).toEqual([card?.item])
  })

  test('M37 in a brainstorm, too, an idea can say which card of an earlier step led to it', () => {
    const room = new RandomRoom({ associate: 1 })
    const leila = room.enter('Leila')
    room.goTo('associate')
    const [card] = room.work().cards.map(({ item }) => item) as [ItemId]
    room.goTo('write')
    room.write(leila, 'a bell', { inspiredBy: [card] })
    room.goTo('build')
    expect(room.sourcesOf(room.byText('a bell').id)).toEqual([card])
  })
})

describe('M38 connections', () => {
  const gather = () => {
    const room = new RandomRoom()
    const leila = room.enter('Leila')
    const dmitry = room.enter('Dmitry')
    room.goTo('associate')
    room.associate(leila, 'far to see')
    room.goTo('connect')
    const [first, second] = room.work().cards.map(({ item }) => item) as [ItemId, ItemId]
    return { room, leila, dmitry, first, second, association: room.byText('far to see').id }
  }
  const line = (from: ItemId, to: ItemId, text = 'Both stand alone') =>
    ({ type: 'connect', from, to, relation: 'similarity', text }) as const

  test('M38 a connection is a link that says how; who made it is told to them alone', () => {
    const { room, leila, dmitry, first, association } = gather()
    expect(room.try(leila, line(first, association))).toBe('ok')
    const [link] = [...room.links.values()].filter(({ type }) => type === 'associates')
    expect(link).toMatchObject({ from: first, to: association, relation: 'similarity', text: 'Both stand alone' })
    expect(room.own(leila).connections).toEqual([link?.id])
    for (const seat of [dmitry, room.facilitator]) expect(room.told(seat)).not.toContain(link?.id)
    expect(JSON.stringify(room.work(leila))).not.toContain(leila)
  })

  test('M38 it is taken away by who made it or who leads, and by nobody else', () => {
    const { room, leila, dmitry, first, second } = gather()
    room.give(leila, line(first, second))
    room.give(leila, line(second, first, 'And both shine'))
    const [one, two] = room.own(leila).connections
    if (!one || !two) throw new Error('two connections')
    expect(room.try(dmitry, { type: 'disconnect', link: one })).toBe('not-allowed')
    expect(room.try(leila, { type: 'disconnect', link: one })).toBe('ok')
    expect(room.try(leila, { type: 'disconnect', link: one })).toBe('unknown')
    room.goTo('bridge')
    expect(room.try(room.facilitator, { type: 'disconnect', link: two })).toBe('ok')
    expect([...room.links.values()].filter(({ type }) => type === 'associates')).toEqual([])
  })

  test('M38 only what lies before people is connected: nothing of other steps but the negative ideas it was given', () => {
    const room = new RandomRoom({}, { prompts: 'brought' })
    const bad = asId<'item'>('negative00000000')
    const far = asId<'item'>('elsewhere0000000')
    room.goTo('connect')
    const [first] = room.work().cards.map(({ item }) => item) as [ItemId]
    const base = room.items.get(first)?.item
    if (!base) throw new Error('a card')
    const other = asId<'step'>('another-step0000')
    room.items.set(bad, { item: { ...base, id: bad, kind: 'negative-idea', step: other } })
    room.items.set(far, { item: { ...base, id: far, step: other } })
    expect(room.try(room.facilitator, line(first, bad))).toBe('unknown')
    room.session = {
      ...room.session,
      agenda: room.session.agenda.map((step) => (step.id === room.stepId ? { ...step, prompts: [bad] } : step)),
    }
    expect(room.try(room.facilitator, line(first, bad))).toBe('ok')
    expect(room.try(room.facilitator, line(first, far))).toBe('unknown')
    expect(room.try(room.facilitator, line(first, first))).toBe('bad-input')
    expect(room.try(room.facilitator, line(first, bad))).toBe('duplicate')
  })
})

describe('M36 people who come, go and become one', () => {
  const merge = (room: RandomRoom, kept: SeatId, other: SeatId, name: string) =>
    room.give(room.facilitator, { type: 'merge-seats', seat: kept, other, name })

  test('M36 what a merged seat swapped and connected is the other’s; where both swapped, the one that stays keeps its cards', () => {
    const room = new RandomRoom({ scope: 'person' })
    const [kept, merged] = [room.enter('Leila'), room.enter('Leyla')]
    room.goTo('associate')
    room.give(merged, { type: 'swap', place: 0 })
    const hand = room.own(merged).hand
    expect(merge(room, kept, merged, 'Leyla').ok).toBe(true)
    expect(room.own(kept).hand).toEqual(hand)
    const third = room.enter('Lejla')
    room.give(third, { type: 'swap', place: 0 })
    expect(merge(room, kept, third, 'Lejla').ok).toBe(true)
    expect(room.own(kept).hand).toEqual(hand)
  })

  test('M36 a person who is forgotten stands nowhere in it, and their connections stay', () => {
    const room = new RandomRoom()
    const leila = room.enter('Leila')
    room.goTo('associate')
    room.give(leila, { type: 'swap', place: 0 })
    room.goTo('connect')
    const [first, second] = room.work().cards.map(({ item }) => item) as [ItemId, ItemId]
    room.give(leila, { type: 'connect', from: first, to: second, relation: 'other', text: 'Round' })
    expect(room.give(leila, { type: 'forget-me' }).ok).toBe(true)
    expect(JSON.stringify(room.state())).not.toContain(leila)
    expect([...room.links.values()].filter(({ type }) => type === 'associates')).toHaveLength(1)
    expect(room.state().connections).toHaveLength(1)
  })

  test('M36 alone, everything works', () => {
    const room = new RandomRoom()
    room.goTo('associate')
    room.associate(room.facilitator, 'far to see')
    room.goTo('connect')
    const [first] = room.work().cards.map(({ item }) => item) as [ItemId]
    const association = room.byText('far to see').id
    expect(
      room.try(room.facilitator, { type: 'connect', from: first, to: association, relation: 'contrast', text: 'Near' }),
    ).toBe('ok')
    room.goTo('bridge')
    room.write(room.facilitator, 'a light', { inspiredBy: [association] })
    room.goTo('share')
    expect(room.sourcesOf(room.byText('a light').id)).toEqual([association])
  })
})
