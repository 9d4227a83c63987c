import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'

interface Operation {
  readonly summary?: string
  readonly requestBody?: {
    readonly content: Record<
      string,
      { readonly schema: { readonly required?: string[]; readonly additionalProperties?: boolean } }
    >
  }
  readonly responses: Record<string, { readonly description: string; readonly content?: object }>
}
interface Description {
  readonly openapi: string
  readonly paths: Record<string, Record<string, Operation>>
}

let server: RunningServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.stop())

test('W25 every call is described, with what it takes and what it answers', async () => {
  const { json } = await ask<Description>(`${server.origin}/api/openapi.json`)
  expect(json.openapi).toBe('3.0.3')
  const calls = Object.entries(json.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  expect(calls.sort()).toEqual([
    'delete /api/sessions/{session}',
    'delete /api/sessions/{session}/actions/{action}/link',
    'delete /api/sessions/{session}/report/link',
    'delete /api/workspaces/{workspace}',
    'delete /api/workspaces/{workspace}/sessions/{session}',
    'get /api/config',
    'get /api/export.schema.json',
    'get /api/health',
    'get /api/join/{code}',
    'get /api/ready',
    'get /api/sessions/{session}',
    'get /api/sessions/{session}/action',
    'get /api/sessions/{session}/action/calendar.ics',
    'get /api/sessions/{session}/calendar.ics',
    'get /api/sessions/{session}/export',
    'get /api/sessions/{session}/items',
    'get /api/sessions/{session}/items/{item}/lineage',
    'get /api/sessions/{session}/report',
    'get /api/sessions/{session}/report.pdf',
    'get /api/sessions/{session}/screen',
    'get /api/sessions/{session}/steps/{step}/ballot',
    'get /api/sessions/{session}/steps/{step}/result',
    'get /api/sessions/{session}/switch',
    'get /api/workspaces/{workspace}',
    'get /api/workspaces/{workspace}/sessions/{session}/items',
    'post /api/rehearsals',
    'post /api/sessions',
    'post /api/sessions/{session}/actions/{action}/link',
    'post /api/sessions/{session}/commands',
    'post /api/sessions/{session}/docs/{document}',
    'post /api/sessions/{session}/import',
    'post /api/sessions/{session}/import/session',
    'post /api/sessions/{session}/report/link',
    'post /api/sessions/{session}/report/link/now',
    'post /api/sessions/{session}/report/shared',
    'post /api/sessions/{session}/report/shared/file',
    'post /api/sessions/{session}/report/shared/pdf',
    'post /api/sessions/{session}/seats',
    'post /api/sessions/{session}/seats/{seat}/transfer',
    'post /api/workspaces',
    'post /api/workspaces/{workspace}/changes',
    'post /api/workspaces/{workspace}/key',
    'post /api/workspaces/{workspace}/sessions/{session}/carried',
    'put /api/sessions/{session}/action',
    'put /api/sessions/{session}/steps/{step}/ballot',
  ])
  for (const methods of Object.values(json.paths)) {
    for (const operation of Object.values(methods)) {
      expect(operation.summary).toBeTruthy()
      for (const { description } of Object.values(operation.responses)) expect(description).not.toBe('Default Response')
    }
  }
})

test('W25 the description is made from the schemas that check', async () => {
  const { json } = await ask<Description>(`${server.origin}/api/openapi.json`)
  const body = json.paths['/api/sessions/{session}/seats']?.['post']?.requestBody?.content['application/json']?.schema
  expect(body?.required).toEqual(['invite'])
  expect(body?.additionalProperties).toBe(false)
})

test('W25 where bytes travel the description says so', async () => {
  const { json } = await ask<Description>(`${server.origin}/api/openapi.json`)
  const exchange = json.paths['/api/sessions/{session}/docs/{document}']?.['post']
  const bytes = { type: 'string', format: 'binary', description: expect.stringContaining('Yjs') }
  const content = { 'application/octet-stream': { schema: bytes } }
  expect(exchange?.requestBody?.content).toEqual(content)
  expect(exchange?.responses['200']?.content).toEqual(content)
  expect(Object.keys(exchange?.responses['4XX']?.content ?? {})).toEqual(['application/json'])
})
