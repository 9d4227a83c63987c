import { type SessionId, ok } from '@roundel/shared/kernel'
import type { Report } from '@roundel/shared/report'
import type { Names } from '@roundel/shared/session'
import { useCallback, useState } from 'react'
import { Loading } from '../app/loading.tsx'
import { Link } from '../app/link.tsx'
import { secretOfAddress } from '../app/navigation.ts'
import { Notice } from '../app/notice.tsx'
import { PageFrame } from '../app/page-frame.tsx'
import { useLanguage, useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { fetchView } from '../sync/api.ts'
import type { Reply } from '../sync/problem.ts'
import { type FileFormat, fetchFile, fetchReport, fetchSharedFile, fetchSharedReport } from '../sync/report.ts'
import { useAsked } from '../sync/use-asked.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { ReportTools } from './files.tsx'
import { NamesSwitch } from './names-switch.tsx'
import { ReportBody } from './report-body.tsx'
import styles from './report.module.css'
import { SoFar } from './so-far.tsx'
import { REPORT_TEXTS } from './texts.ts'

interface Found {
  readonly report: Report
  /** Whether this reader may take files along. */
  readonly mayTake: boolean
}

const findShared = async (session: SessionId, secret: string): Promise<Reply<Found>> => {
  const report = await fetchSharedReport(session, secret)
  return report.ok ? ok({ report: report.value, mayTake: true }) : report
}

const findOwn = async (session: SessionId, names: Names): Promise<Reply<Found>> => {
  const [report, view] = await Promise.all([fetchReport(session, names), fetchView(session)])
  if (!report.ok) return report
  const leads = view.ok && ['facilitator', 'co-facilitator'].includes(view.value.me.role)
  const takesPart = view.ok && view.value.me.role === 'participant' && view.value.session.settings.participantsExport
  return ok({ report: report.value, mayTake: leads || takesPart })
}

const Unreadable = ({ code, onRetry }: { readonly code: string; readonly onRetry: () => void }) => {
  const t = useText()
  const isSoon = code === 'not-revealed'
  const isGone = code === 'unknown' || code === 'not-seated'
  return (
    <Notice
      title={t(isSoon ? 'report.soon-title' : 'report.gone-title')}
      body={t(isSoon ? 'report.soon-body' : isGone ? 'report.gone-body' : 'report.file-failed')}
      actions={
        <Button look="primary" onClick={onRetry}>
          {t('report.again')}
        </Button>
      }
    />
  )
}

const Page = ({ session }: { readonly session: SessionId }) => {
  const t = useText()
  const language = useLanguage()
  const [secret] = useState(secretOfAddress)
  const [names, setNames] = useState<Names>('shown')
  const [answer, again] = useAsked(
    useCallback(
      () => (secret === undefined ? findOwn(session, names) : findShared(session, secret)),
      [session, secret, names],
    ),
  )
  // While it is made anew the last one stays, and with it the place on the page.
  const [last, setLast] = useState<Found>()
  if (answer?.ok && answer.value !== last) setLast(answer.value)
  if (answer?.ok === false) return <Unreadable code={answer.error.code} onRetry={again} />
  if (!last) return <Loading />
  const { report, mayTake } = last
  const take = async (format: FileFormat): Promise<File | undefined> => {
    const file = await (secret === undefined
      ? fetchFile(session, format, { language, names })
      : fetchSharedFile(session, secret, format, language))
    return file.ok ? file.value : undefined
  }
  return (
    <PageFrame title={t('report.title', { title: report.session.title })}>
      <article className={styles.report} aria-busy={answer === undefined}>
        <ReportBody
          report={report}
          note={report.session.state !== 'ended' && <SoFar madeAt={report.madeAt} onUpdate={again} />}
          tools={
            <div className={styles.bar}>
              {secret === undefined && (
                <Link to={{ page: 'stage', session }} className={buttonClass({ look: 'quiet' })}>
                  {t('report.to-session')}
                </Link>
              )}
              <ReportTools
                link={secret === undefined ? undefined : `${location.origin}/r/${session}#${secret}`}
                fetchFile={mayTake ? take : undefined}
              >
                {secret === undefined && <NamesSwitch report={report} names={names} onChange={setNames} />}
              </ReportTools>
            </div>
          }
        />
      </article>
    </PageFrame>
  )
}

/** What a session came to, for whoever has a seat in it, or the link to the report. */
export const ReportPage = ({ session }: { readonly session: SessionId }) => (
  <MoreTexts from={REPORT_TEXTS}>
    <Page session={session} />
  </MoreTexts>
)
