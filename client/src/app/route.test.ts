import { describe, expect, test } from 'vitest'
import { parseRoute, pathOf } from './route.ts'

const session = 'abcdefghijklmnop'

describe('addresses', () => {
  test('C3 every page has one address and is found by it again', () => {
    for (const path of [
      '/',
      '/new',
      '/new/from-file',
      '/j/K7QM-4TDX',
      `/j/${session}`,
      `/f/${session}`,
      `/p/${session}`,
      `/me/${session}`,
      `/s/${session}`,
      `/s/${session}/step/2`,
      `/s/${session}/screen`,
      `/a/${session}`,
      '/methods/brainstorm',
      `/w/${session}`,
      `/w/${session}/new`,
    ]) {
      const route = parseRoute(path)
      expect(route.page === 'unknown' ? undefined : pathOf(route)).toBe(path)
    }
  })

  test('C3 a code is understood however it was typed into the address', () => {
    expect(parseRoute('/j/k7qm4tdx')).toEqual({ page: 'join', code: 'K7QM-4TDX' })
    expect(parseRoute('/j/k7qm%204tdx')).toEqual({ page: 'join', code: 'K7QM-4TDX' })
  })

  test('C3 whatever else stands in the address leads to a page that says so', () => {
    for (const path of [
      '/x',
      '/s/short',
      '/j/%E0%A4%A',
      '/s/abcdefghijklmnop/step/0',
      '/s/abcdefghijklmnop/step/2/x',
      '/s/abcdefghijklmnop/screen/x',
      '/s/short/screen',
      '/methods/A',
      '/new/x',
      '/w/team',
    ]) {
      expect(['unknown', 'join']).toContain(parseRoute(path).page)
    }
    expect(parseRoute('/s/short').page).toBe('unknown')
  })
})

test('C156 a report has an address of its own, and its secret is no part of it', () => {
  const route = parseRoute('/r/abcdefghijklmnop')
  expect(route).toEqual({ page: 'report', session: 'abcdefghijklmnop' })
  expect(route.page === 'report' && pathOf(route)).toBe('/r/abcdefghijklmnop')
  expect(parseRoute('/r/abcdefghijklmnop/more').page).toBe('unknown')
  expect(parseRoute('/r').page).toBe('unknown')
})
