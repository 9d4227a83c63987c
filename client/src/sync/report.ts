import { type SessionId, fail, ok } from '@roundel/shared/kernel'
import type { Report } from '@roundel/shared/report'
import type { Language, Names } from '@roundel/shared/session'
import * as v from 'valibot'
import { API, call } from './api.ts'
import { type Problem, type Reply, problemOf } from './problem.ts'
import { bearerHeaders } from './tab-credential.ts'

export type FileFormat = 'md' | 'csv' | 'xlsx' | 'html' | 'json' | 'pdf'

/** Where the report of a session is read, for a plain link. */
export const reportPath = (session: SessionId): string => `/r/${session}`

// It comes from our own server, which made it by this very type: what matters is that it is one.
const ReportSchema = v.custom<Report>(
  (value) => typeof value === 'object' && value !== null && 'format' in value && value.format === 'roundel-report',
)

/** The report of a session in which this browser has a seat, with names where they were shown or without any. */
export const fetchReport = (session: SessionId, names: Names): Promise<Reply<Report>> =>
  call(`/sessions/${session}/report?names=${names}`, { schema: ReportSchema })

/** The report, by the secret of the link to it. */
export const fetchSharedReport = (session: SessionId, secret: string): Promise<Reply<Report>> =>
  call(`/sessions/${session}/report/shared`, { method: 'POST', body: { secret }, schema: ReportSchema })

const Made = v.object({ link: v.pipe(v.string(), v.url()), opensAt: v.number() })

/** Announces a link to the report. It is told this once. */
export const shareReport = (session: SessionId, names: Names): Promise<Reply<v.InferOutput<typeof Made>>> =>
  call(`/sessions/${session}/report/link`, { method: 'POST', body: { names }, schema: Made })

/** Opens at once what was announced. */
export const shareReportNow = (session: SessionId): Promise<Reply<undefined>> =>
  call(`/sessions/${session}/report/link/now`, { method: 'POST', schema: v.undefined() })

/** Ends the link to the report, or takes back that there will be one. */
export const unshareReport = (session: SessionId): Promise<Reply<undefined>> =>
  call(`/sessions/${session}/report/link`, { method: 'DELETE', schema: v.undefined() })

const fileFrom = async (request: Promise<Response>, fallback: string): Promise<Reply<File>> => {
  try {
    const response = await request
    if (!response.ok) return fail(problemOf(await response.json().catch(() => undefined)))
    const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
    return ok(new File([await response.blob()], named ?? fallback))
  } catch {
    return fail<Problem>({ code: 'offline' })
  }
}

/** A file of a session in which this browser has a seat, in a language. */
export const fetchFile = (
  session: SessionId,
  format: FileFormat,
  { language, names }: { readonly language: Language; readonly names: Names },
): Promise<Reply<File>> => {
  const door = format === 'pdf' ? 'report.pdf?' : `export?format=${format}&`
  return fileFrom(
    fetch(`${API}/sessions/${session}/${door}language=${language}&names=${names}`, {
      credentials: 'same-origin',
      headers: bearerHeaders(),
    }),
    `report.${format}`,
  )
}

/** The report as a file, by the secret of the link to it. */
export const fetchSharedFile = (
  session: SessionId,
  secret: string,
  format: FileFormat,
  language: Language,
): Promise<Reply<File>> =>
  fileFrom(
    fetch(`${API}/sessions/${session}/report/shared/${format === 'pdf' ? 'pdf' : 'file'}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(format === 'pdf' ? { secret, language } : { secret, format, language }),
    }),
    `report.${format}`,
  )
