import type { Sheet } from '@roundel/shared/methods'
import { useText } from '../i18n/text.ts'
import { HowPart } from './how-part.tsx'
import styles from './prepare-room.module.css'
import { SubjectList } from './subject-list.tsx'
import { useChangeSheet } from './use-sheet.ts'
import type { Vote } from './use-vote.ts'
import { WhatPart } from './what-part.tsx'
import { WhoPart } from './who-part.tsx'

/** What is to be voted on: for everybody to read, and for those who lead to set up. Every change holds at once. */
export const PrepareRoom = ({ vote }: { readonly vote: Vote }) => {
  const t = useText()
  const { sheet } = vote.view
  return vote.leads ? (
    <SheetForm sheet={sheet} />
  ) : (
    <div className={styles.room}>
      <ul className={styles.rules}>
        <li>{t('scoring.rule-of-play.alone')}</li>
        <li>{t('scoring.rule-of-play.secret')}</li>
        <li>{t('scoring.rule-of-play.abstain')}</li>
      </ul>
      <SubjectList ids={sheet.items} />
    </div>
  )
}

const SheetForm = ({ sheet }: { readonly sheet: Sheet }) => {
  const change = useChangeSheet(sheet)
  return (
    <div className={styles.form}>
      <HowPart sheet={sheet} change={change} />
      <div className={styles.beside}>
        <WhatPart sheet={sheet} change={change} />
        <WhoPart sheet={sheet} change={change} />
      </div>
    </div>
  )
}
