// @vitest-environment jsdom
import { asId } from '@roundel/shared/kernel'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { nanoid } from 'nanoid'
import { afterEach, expect, test, vi } from 'vitest'
import { useKnownWorkspaces } from '../state/known-workspaces.ts'
import { renderSpeaking } from '../testing/speak.tsx'
import { refusedOf } from './found.ts'
import { newPlan, planAgenda } from './plan.ts'
import { SaveAgenda } from './save-agenda.tsx'

const plan = {
  ...newPlan(
    planAgenda([{ kind: 'brainstorm' }], () => nanoid(16)),
    'Amina',
    'en',
  ),
  title: 'Our hour',
}
const WORKSPACE = asId<'workspace'>('workspace-000001')

afterEach(() => {
  vi.unstubAllGlobals()
  useKnownWorkspaces.setState({ workspaces: [] })
})

test('C195 an agenda is kept from the form under a name; when that fails the form and the name stay', async () => {
  useKnownWorkspaces.getState().remember({ id: WORKSPACE, title: 'Front desk', key: 'key' })
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (_url: string, { body }: RequestInit = {}) => {
    asked.push(JSON.parse(body as string))
    return Response.json({ error: { code: 'too-many', message: '', details: { most: 30 } } }, { status: 429 })
  })
  const submit = vi.fn<() => void>()
  renderSpeaking(
    <form onSubmit={submit}>
      <SaveAgenda plan={plan} workspace={undefined} />
    </form>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Save this agenda…' }))
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the agenda' })
  expect(name.value).toBe('Our hour')
  await userEvent.clear(name)
  await userEvent.type(name, '{Enter}')
  expect(screen.getByText('Give the agenda a name.')).toBeTruthy()
  await userEvent.type(name, 'Quarterly{Enter}')
  expect(await screen.findByText('This workspace keeps 30 agendas already. Remove one there first.')).toBeTruthy()
  expect(asked).toEqual([expect.objectContaining({ type: 'save-agenda', title: 'Quarterly', language: 'en' })])
  expect(name.value).toBe('Quarterly')
  expect(submit).not.toHaveBeenCalled()
})

test('C195 where this device knows no workspace there is nowhere to keep an agenda', () => {
  renderSpeaking(<SaveAgenda plan={plan} workspace={undefined} />)
  expect(screen.queryByRole('button')).toBeNull()
})

test('C192 a refusal says which of the things that were to come along is gone', () => {
  expect(refusedOf({ code: 'unknown', details: { path: 'carry.12' } })).toBe(12)
  expect(refusedOf({ code: 'unknown', details: { path: 'from.1' } })).toBeUndefined()
  expect(refusedOf({ code: 'unknown' })).toBeUndefined()
  expect(refusedOf({ code: 'bad-input', details: { path: 'carry.1' } })).toBeUndefined()
})
