import swagger from '@fastify/swagger'
import { toJsonSchema } from '@valibot/to-json-schema'
import type { FastifyInstance, FastifySchema } from 'fastify'
import type * as v from 'valibot'

const VALIDATED = ['body', 'querystring', 'params'] as const

/** Bytes, as OpenAPI describes them. */
const BINARY = { type: 'string', format: 'binary' } as const

/** A schema as OpenAPI describes it. What no JSON schema can say is left out; the server checks it all the same. */
const describe = (schema: v.GenericSchema) => {
  const { $schema: _dialect, ...described } = toJsonSchema(schema, {
    target: 'openapi-3.0',
    typeMode: 'input',
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema }) => (valibotSchema.type === 'instance' ? { ...BINARY } : undefined),
  })
  if (described.format !== BINARY.format) return described
  return { description: described.description, content: { 'application/octet-stream': { schema: described } } }
}

const describeRoute = (schema: FastifySchema): FastifySchema => {
  const described: Record<string, unknown> = { ...schema }
  for (const part of VALIDATED) {
    const checked = schema[part]
    if (checked) described[part] = describe(checked as v.GenericSchema)
  }
  const answers = Object.entries(schema.response ?? {})
  if (answers.length > 0) {
    described['response'] = Object.fromEntries(
      answers.map(([status, answer]) => [status, describe(answer as v.GenericSchema)]),
    )
  }
  return described
}

/** Describes the interface for programs from the very schemas that check requests. To be called before any route. */
export const describeInterface = (app: FastifyInstance): void => {
  void app.register(swagger, {
    openapi: {
      openapi: '3.0.3',
      info: {
        title: 'Roundel',
        version: '1',
        description: 'A board for guided sessions, for programs.',
        license: { name: 'MIT' },
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'roundel' },
        },
      },
    },
    transform: ({ schema, url }) => ({ schema: schema ? describeRoute(schema) : schema, url }),
  })
}

/** `GET /api/openapi.json` */
export const serveOpenApi = (app: FastifyInstance): void => {
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
}
