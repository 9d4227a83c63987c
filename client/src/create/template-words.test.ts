import { CreateSessionBody } from '@roundel/shared/protocol'
import { TEMPLATES } from '@roundel/shared/session'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import texts from './messages/en.json'
import { TEMPLATE_WORDS, agendaFrom } from './template-words.ts'

test.each(TEMPLATES)(
  'C23 the template $id has a name, and becomes an agenda that the server takes',
  ({ id, agenda }) => {
    const say = (key: string): string => (Object.hasOwn(texts, key) ? key : '')
    const { name, about, titles } = TEMPLATE_WORDS[id]
    for (const key of [name, about, ...Object.values(titles)]) expect(say(key)).not.toBe('')
    const steps = agendaFrom(id, say)
    expect(steps.map(({ kind }) => kind)).toEqual(agenda.map(({ kind }) => kind))
    const body = { title: 'x', agenda: steps }
    expect(v.parse(CreateSessionBody, body)).toEqual(body)
    // Two steps of one method are told apart.
    const names = steps.map(({ kind, title }) => `${kind} ${title ?? ''}`)
    expect(new Set(names).size).toBe(names.length)
  },
)
