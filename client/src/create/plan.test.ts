import { CreateSessionBody } from '@roundel/shared/protocol'
import { TEMPLATE_IDS, TEMPLATES, templateMinutes } from '@roundel/shared/session'
import { WorkspaceChange } from '@roundel/shared/workspace'
import { nanoid } from 'nanoid'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { totalOf } from '../agenda/agenda-plan.ts'
import { type Plan, agendaToKeep, bodyOf, findMissing, newPlan, planAgenda, planFrom, readPlan } from './plan.ts'
import { TEMPLATE_WORDS, agendaFrom } from './template-words.ts'

const newId = (): string => nanoid(16)
const agenda = planAgenda(agendaFrom('quick-20', String), newId)
const plan: Plan = { ...newPlan(agenda, 'Amina', 'fa'), title: ' Front desk ', question: 'How might we?' }

test('C23 a plan becomes what the server takes, and what nobody filled in is left out', () => {
  const body = bodyOf({ ...plan, who: ' ', what: 'see the queue' }, 'Leader')
  expect(v.parse(CreateSessionBody, body)).toEqual(body)
  expect(body).toMatchObject({ title: 'Front desk', language: 'fa', facilitatorName: 'Amina' })
  expect(body.challenge).toEqual({ text: 'How might we?', what: 'see the queue' })
  expect(body).not.toHaveProperty('plannedAt')
  expect(bodyOf({ ...plan, name: ' ' }, 'Leader').facilitatorName).toBe('Leader')
})

test('C23 translations come along, but none into the language of the session itself', () => {
  const body = bodyOf({ ...plan, translations: { fa: 'twice', ru: ' Как бы нам? ', en: ' ' } }, 'Leader')
  expect(v.parse(CreateSessionBody, body).challenge?.translations).toEqual({ ru: 'Как бы нам?' })
})

test('C23 a day and an hour become a moment, and more people are expected than places are a mistake of nobody', () => {
  const body = bodyOf({ ...plan, at: '2026-11-24T10:00', headcount: 90 }, 'Leader')
  expect(body.plannedAt).toBe(new Date(2026, 10, 24, 10).getTime())
  expect(body.settings).toMatchObject({ headcount: 90, participants: 90 })
  expect(v.is(CreateSessionBody, body)).toBe(true)
  expect(bodyOf({ ...plan, at: 'soon' }, 'Leader')).not.toHaveProperty('plannedAt')
})

test.each(TEMPLATE_IDS)('C59 the template %s can be created as it is, with the titles given', (id) => {
  const steps = planAgenda(
    agendaFrom(id, (key) => `said ${key}`),
    newId,
  )
  const template = TEMPLATES.find((each) => each.id === id)
  expect(template && totalOf(steps)).toBe(template && templateMinutes(template))
  const body = bodyOf({ ...newPlan(steps, '', 'en'), title: 'x', question: 'y' }, 'Leader')
  expect(v.is(CreateSessionBody, body)).toBe(true)
  const titles = Object.entries(TEMPLATE_WORDS[id].titles)
  for (const [index, key] of titles) expect(body.agenda?.[Number(index)]?.title).toBe(`said ${key}`)
  expect(body.agenda?.filter(({ title }) => title !== undefined)).toHaveLength(titles.length)
  expect(body.plannedMinutes).toBe(totalOf(steps))
})

test('C23 a session needs a name and a question', () => {
  expect(findMissing({ ...plan, title: '  ' })).toBe('title')
  expect(findMissing({ ...plan, question: '' })).toBe('question')
  expect(findMissing(plan)).toBeUndefined()
})

test('C60 a plan that was kept comes back whole, and one that no longer fits does not', () => {
  expect(readPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
  expect(readPlan(undefined)).toBeUndefined()
  expect(readPlan({ ...plan, agenda: [] })).toBeUndefined()
  expect(readPlan({ ...plan, agenda: [{ ...agenda[0], kind: 'dance' }] })).toBeUndefined()
  expect(readPlan({ ...plan, agenda: [{ ...agenda[0], settings: { write: -1 } }] })).toBeUndefined()
})

test('Z66 a plan that is kept as an agenda and begun from again is the same plan', () => {
  const [first] = planAgenda([{ kind: 'brainstorm' }], newId)
  if (!first) throw new Error('no step')
  const whole: Plan = {
    ...plan,
    title: 'Our quarter',
    who: 'a patient',
    what: 'see the queue',
    why: 'waiting feels short',
    translations: { en: 'How, in English?' },
    headcount: 7,
    door: 'ask',
    participants: 9,
    participantsExport: true,
    allowLate: false,
    plannedMinutes: 33,
    agenda: [
      {
        ...first,
        title: 'First',
        question: 'Its own?',
        names: 'shown',
        notes: 'Say hello',
        early: true,
        advances: true,
      },
      ...planAgenda(
        [{ kind: 'score', settings: { earlier: [first.id] }, prompts: 'brought' }, { kind: 'decide' }],
        newId,
      ),
    ],
  }
  const named: Plan = {
    ...whole,
    agenda: whole.agenda.map((step) =>
      step.kind === 'score' ? { ...step, settings: { ...step.settings, earlier: [first.id] } } : step,
    ),
  }
  const kept = v.parse(WorkspaceChange, { type: 'save-agenda', title: named.title, ...agendaToKeep(named) })
  if (kept.type !== 'save-agenda') throw new Error('no agenda')
  const again = planFrom(kept, { name: 'Amina', language: 'en' }, newId)
  // Ids are the only thing that differs.
  const plain = (each: Plan) => ({
    ...each,
    agenda: each.agenda.map((step) => ({ ...step, id: '', settings: { ...step.settings, earlier: [] } })),
  })
  expect(plain(again)).toEqual(plain(named))
  expect(again.agenda[1]?.settings['earlier']).toEqual([again.agenda[0]?.id])
  expect(again.agenda[0]?.id).not.toBe(first.id)
})

test('Z66 an agenda that says only its steps, or has settings of another time, begins as a new plan does', () => {
  const blank = { name: 'Amina', language: 'ru' } as const
  const begun = planFrom({ title: 'Old', agenda: [{ kind: 'brainstorm', settings: { gone: 1 } }] }, blank, newId)
  expect(begun).toEqual({ ...newPlan(begun.agenda, 'Amina', 'ru'), title: 'Old' })
  expect(begun.agenda[0]?.settings).toEqual(planAgenda([{ kind: 'brainstorm' }], newId)[0]?.settings)
  expect(readPlan(begun)).toEqual(begun)
})
