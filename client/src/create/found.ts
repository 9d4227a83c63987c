import { type Result, fail, ok } from '@roundel/shared/kernel'
import type { CreateSessionBody } from '@roundel/shared/protocol'
import { type CreatedSession, createSession } from '../sync/api.ts'
import { importSession, newImportId } from '../sync/import.ts'
import type { Problem } from '../sync/problem.ts'
import type { ChosenFile } from './begin-from-file.tsx'
import type { BroughtFile } from './file-content.tsx'

/** A session that was made, and what became of the file whose content was to come into it. */
export interface Founded {
  readonly session: CreatedSession
  readonly brought?: BroughtFile
}

/**
 * Makes a session, and reads the content of a file into it where there is one. When only the second fails the session is
 * there all the same, and the answer says so.
 */
export const foundSession = async (
  body: CreateSessionBody,
  key: string,
  chosen: ChosenFile | undefined,
): Promise<Result<Founded, Problem>> => {
  const made = await createSession(body, key)
  if (!made.ok) return fail(made.error)
  const session = made.value
  if (!chosen) return ok({ session })
  const id = newImportId()
  return ok({ session, brought: { ...chosen, id, reply: await importSession(session.id, chosen.file, id) } })
}

/** Which of the things that were to be carried was refused, from 0; undefined where it was something else. */
export const refusedOf = ({ code, details }: Problem): number | undefined => {
  const index = code === 'unknown' ? /^carry\.(\d{1,3})$/.exec(String(details?.['path']))?.[1] : undefined
  return index === undefined ? undefined : Number(index)
}
