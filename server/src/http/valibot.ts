import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifySchemaCompiler,
  FastifyTypeProvider,
  RawServerDefault,
} from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'

interface ValibotTypes extends FastifyTypeProvider {
  readonly validator: this['schema'] extends v.GenericSchema ? v.InferOutput<this['schema']> : unknown
  readonly serializer: unknown
}

/** The application as routes see it: bodies, parameters and queries have the types of the schemas that checked them. */
export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ValibotTypes>

// What people make up as names of fields is not repeated.
const FIELD = /^[A-Za-z0-9_-]{1,30}$/

/** Something in a request does not fit. Says where and what kind of fault, never what was sent. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
  readonly path: string
  readonly problem: string

  constructor(issue: v.BaseIssue<unknown>) {
    super('bad input')
    this.path = (issue.path ?? []).map(({ key }) => (FIELD.test(String(key)) ? String(key) : '?')).join('.')
    this.problem = issue.type
  }
}

const checkBy: FastifySchemaCompiler<v.GenericSchema> =
  ({ schema }) =>
  (input: unknown) => {
    const parsed = v.safeParse(schema, input, { abortEarly: true })
    return parsed.success ? { value: parsed.output } : { error: new BadInput(parsed.issues[0]) }
  }

/** As everywhere, but for the body, which stays as it came. */
export const checkAllButBody: FastifySchemaCompiler<v.GenericSchema> = (route) =>
  route.httpPart === 'body' ? (value: unknown) => ({ value }) : checkBy(route)

/** Lets an application check requests by valibot schemas and send answers as plain JSON. */
export const useValibot = (app: FastifyInstance): App => {
  app.setValidatorCompiler(checkBy)
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))
  return app.withTypeProvider<ValibotTypes>()
}
