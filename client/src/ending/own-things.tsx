import type { DraftItem, Item } from '@roundel/shared/board'
import type { DecideView } from '@roundel/shared/methods/decide'
import { Download, QrCode } from 'lucide-react'
import { useState } from 'react'
import { OwnPublished } from '../board/own-published.tsx'
import { useText } from '../i18n/text.ts'
import { useDayWords } from '../methods/day.ts'
import { ForgetMe } from '../people/forget-me.tsx'
import { makePersonalLink } from '../sync/api.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useBoard, useDraft, useRecords, useView } from '../sync/room-context.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { Qr } from '../ui/qr.tsx'
import { EndedActions } from './ended-actions.tsx'
import styles from './ending.module.css'
import { writeOwnFile } from './own-file.ts'
import { saveFile } from './save-file.ts'

/** One's own ideas on the board, known by one's own draft for as long as it is kept. */
const useOwnIdeas = (): readonly Item[] => {
  const board = useBoard()
  const items = useRecords<Item>(board?.items)
  const drafts = useRecords<DraftItem>(useDraft()?.items)
  const own = new Set([...drafts.values()].flatMap(({ boardItem }) => (boardItem ? [boardItem] : [])))
  return [...items.values()].filter(({ id, state }) => own.has(id) && state === 'published')
}

/** What one takes along: a link of one's own, one's ideas and actions, a file of all that, and the way out for good. */
export const OwnThings = ({ decided, leads }: { readonly decided: readonly DecideView[]; readonly leads: boolean }) => {
  const t = useText()
  const dayWords = useDayWords()
  const { session, me } = useView()
  const [link, setLink] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const ideas = useOwnIdeas()
  const actions = decided.flatMap((view) =>
    view.actions.filter(({ owner }) => 'seat' in owner && owner.seat === me.seat),
  )
  const makeLink = async (): Promise<void> => {
    const reply = await makePersonalLink(session.id, me.seat)
    setProblem(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
    if (reply.ok) setLink(reply.value)
  }
  const save = (): void => {
    const text = writeOwnFile(
      {
        title: session.title,
        decisions: decided.flatMap(({ decision }) => (decision.text ? [decision.text] : [])),
        ideas: ideas.map((item) => item.text),
        actions,
        link,
      },
      {
        decision: t('decide.decision'),
        ideas: t('ending.my-ideas', { count: ideas.length }),
        actions: t('ending.my-actions', { count: actions.length }),
        due: (day) => t('decide.action-until', { day: dayWords(day) }),
      },
    )
    saveFile(`roundel-${session.id}.md`, text, 'text/markdown')
  }
  return (
    <section className={styles.card} aria-label={t('ending.mine')}>
      <h2 className={styles.heading}>{t('ending.mine')}</h2>
      <p className={styles.small}>{t('ending.mine-about')}</p>
      {link && (
        <>
          <Qr text={link} label={t('ending.qr')} />
          <CopyLine text={link} />
          <p className={styles.small}>{t(leads ? 'ending.link-once' : 'ending.link-lasting')}</p>
        </>
      )}
      <div className={styles.acts}>
        {!link && (
          <Button onClick={() => void makeLink()}>
            <QrCode size={18} aria-hidden="true" />
            {t('ending.make-link')}
          </Button>
        )}
        <Button onClick={save}>
          <Download size={18} aria-hidden="true" />
          {t('ending.file')}
        </Button>
      </div>
      <Alert>{problem}</Alert>
      <p className={styles.small}>{t('ending.file-about')}</p>
      {actions.length > 0 && (
        <div className={styles.part}>
          <h3 className={styles.subheading}>{t('ending.my-actions', { count: actions.length })}</h3>
          <EndedActions actions={actions} />
        </div>
      )}
      <OwnPublished items={ideas} />
      {me.can['forget-me'] && (
        <details className={styles.more}>
          <summary>{t('ending.forget')}</summary>
          <ForgetMe />
        </details>
      )}
    </section>
  )
}
