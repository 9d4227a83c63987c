import { openBoard } from '@roundel/shared/board'
import { asId } from '@roundel/shared/kernel'
import { LANGUAGES, type View, parseCommand } from '@roundel/shared/session'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { SCRIPTS } from './script.ts'
import { chooseWhysCommand } from './whys-act.ts'

const STEP = asId<'step'>('step-00000000001')
const can = { 'state-problem': true, 'add-cause': true, 'propose-root': true, 'add-countermeasure': true } as const

test.each(LANGUAGES)(
  'W38 in Five Whys simulated people say what the phase asks for, each thing once: %s',
  (language) => {
    const script = SCRIPTS[language]
    const board = openBoard(new Y.Doc())
    const statement: Record<string, string> = {}
    const causes: { item: string; parent?: string; depth: number; root?: { state: string } }[] = []
    const countermeasures: { item: string }[] = []
    let made = 0
    const keep = (text: string): string => {
      const id = asId<'item'>(`made-${String(made++).padStart(11, '0')}`)
      board.items.add({ id, kind: 'cause', step: STEP, text, lang: language, rank: '', state: 'published' })
      return id
    }
    const say = (phase: string, allowed: object = can) => {
      const view = {
        session: { language },
        me: { can: allowed },
        step: { id: STEP, kind: 'five-whys', phase },
        work: { [STEP]: { data: { problem: { statement }, causes, countermeasures } } },
      } as unknown as View
      return chooseWhysCommand({ view, script, board, random: () => 0 })
    }
    const sayAll = (phase: string, take: (command: Readonly<Record<string, string>>) => void): number => {
      for (let count = 0; ; count++) {
        const command = say(phase) as Readonly<Record<string, string>> | undefined
        if (!command) return count
        if (count > 50) throw new Error('they say the same again')
        expect(parseCommand({ ...command, commandId: 'c'.repeat(16) })).toMatchObject({ ok: true })
        take(command)
      }
    }
    expect(sayAll('problem', ({ field = '', text = '' }) => (statement[field] = text))).toBe(3)
    const count = sayAll('whys', ({ text = '', parent }) => {
      const depth = 1 + (causes.find(({ item }) => item === parent)?.depth ?? 0)
      causes.push({ item: keep(text), ...(parent && { parent }), depth })
    })
    expect(count).toBe(script.whys.causes.length)
    expect(Math.max(...causes.map(({ depth }) => depth))).toBe(3)
    const proposed = say('roots')
    const deepest = causes.find(({ depth }) => depth === 3)
    expect(proposed).toEqual({ type: 'propose-root', cause: deepest?.item, supports: true })
    expect(say('countermeasures')).toBeUndefined()
    if (deepest) deepest.root = { state: 'candidate' }
    expect(sayAll('countermeasures', ({ text = '' }) => countermeasures.push({ item: keep(text) }))).toBe(
      script.whys.ideas.length,
    )
    for (const phase of ['problem', 'whys', 'roots', 'countermeasures', 'therefore']) {
      expect(say(phase, {})).toBeUndefined()
    }
  },
)
