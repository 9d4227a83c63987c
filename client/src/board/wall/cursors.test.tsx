// @vitest-environment jsdom
import { fireEvent } from '@testing-library/react'
import { createRef } from 'react'
import { expect, test, vi } from 'vitest'
import type { Present } from '../../sync/presence.ts'
import { RoomProvider } from '../../sync/room-context.ts'
import { aView, anId } from '../../testing/a-view.ts'
import { playRoom } from '../../testing/played-room.tsx'
import { renderSpeaking } from '../../testing/speak.tsx'
import { Cursors, isUnder } from './cursors.tsx'

const olga: Present = { seat: anId<'seat'>('olga'), name: 'Ольга', colour: 'mint', cursor: [300, 200] }

const begin = (others: readonly Present[], speaks: boolean) => {
  const { room } = playRoom(aView())
  const sayCursor = vi.fn()
  const presence = { ...room.presence, those: () => others, sayCursor }
  const [scroller, layer] = [createRef<HTMLDivElement>(), createRef<HTMLDivElement>()]
  renderSpeaking(
    <RoomProvider value={{ ...room, presence }}>
      <div ref={scroller}>
        <div ref={layer}>
          <Cursors scroller={scroller} layer={layer} scale={0.5} speaks={speaks} />
        </div>
      </div>
    </RoomProvider>,
  )
  const point = (type: string, x: number, y: number, pointerType = 'mouse') => {
    const event = new MouseEvent(type, { clientX: x, clientY: y, bubbles: true })
    Object.assign(event, { pointerType })
    if (scroller.current) fireEvent(scroller.current, event)
  }
  return { sayCursor, point }
}

test('C45 others’ pointers stand where they are on the wall, in their own size, named and silent', () => {
  begin(
    [olga, { ...olga, seat: anId<'seat'>('bob'), name: 'Bob', drag: { item: anId<'item'>('tea'), at: [1, 1] } }],
    true,
  )
  const name = [...document.querySelectorAll('bdi')].map((each) => each.textContent)
  expect(name).toEqual(['Ольга'])
  const cursor = document.querySelector<HTMLElement>('.cursor')
  expect(cursor?.style.transform).toBe('translate(300px, 200px) scale(2)')
  expect(cursor?.closest('[aria-hidden="true"]')).not.toBeNull()
})

test('C45 one’s own pointer is told in the wall’s units, and that it has left; a finger and who only looks tell nothing', () => {
  const { sayCursor, point } = begin([], true)
  point('pointermove', 40, 30)
  expect(sayCursor).toHaveBeenLastCalledWith([80, 60])
  point('pointerleave', 40, 30)
  expect(sayCursor).toHaveBeenLastCalledWith(undefined)
  sayCursor.mockClear()
  point('pointermove', 40, 30, 'touch')
  expect(sayCursor).not.toHaveBeenCalled()
  const silent = begin([], false)
  silent.point('pointermove', 40, 30)
  expect(silent.sayCursor).not.toHaveBeenCalled()
})

test('C45 nobody’s pointer or name lies under one’s own', () => {
  expect(isUnder({ x: 100, y: 100 }, { x: 90, y: 95 })).toBe(true)
  expect(isUnder({ x: 200, y: 120 }, { x: 100, y: 100 })).toBe(true)
  expect(isUnder({ x: 100, y: 100 }, { x: 300, y: 100 })).toBe(false)
  expect(isUnder({ x: 100, y: 300 }, { x: 100, y: 100 })).toBe(false)
})
