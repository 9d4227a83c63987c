import { type ItemId, LIMITS, cleanLine, cleanText } from '@roundel/shared/kernel'
import {
  type CauseView,
  EVIDENCE_KINDS,
  type EvidenceKind,
  branchOf,
  childrenOf,
  depthOf,
} from '@roundel/shared/methods/five-whys'
import { useState } from 'react'
import { useLanguage, useText } from '../../i18n/text.ts'
import { guessLanguage } from '../../i18n/language.ts'
import { Choice } from '../../ui/choice.tsx'
import { SelectField, TextArea, TextField } from '../../ui/field.tsx'
import { FormPanel } from './form-panel.tsx'
import { type Whys, useWhys } from './model.ts'
import { Quoted } from './quoted.tsx'
import { KIND_WORDS } from './words.ts'

interface CausePanelProps {
  readonly cause: CauseView
  readonly onClose: () => void
}

/** Says how one knows: for a cause, or against it. */
export const EvidencePanel = ({ cause, onClose }: CausePanelProps) => {
  const t = useText()
  const language = useLanguage()
  const [kind, setKind] = useState<EvidenceKind>('observed')
  const [supports, setSupports] = useState(true)
  const [text, setText] = useState('')
  const [source, setSource] = useState('')
  const clean = cleanText(text)
  const from = cleanLine(source)
  return (
    <FormPanel
      title={t('whys.evidence-title')}
      about={<Quoted item={cause.item} />}
      button={t('whys.evidence-add')}
      onClose={onClose}
      command={
        clean && clean.length <= LIMITS.ideaCharacters
          ? {
              type: 'add-evidence',
              cause: cause.item,
              text: clean,
              lang: guessLanguage(clean, language),
              kind,
              supports,
              ...(from && { source: from }),
            }
          : undefined
      }
    >
      <TextArea
        label={t('whys.evidence-text')}
        placeholder={t('whys.evidence-like')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Choice
        label={t('whys.evidence-side')}
        options={[
          { value: 'for', label: t('whys.evidence-for') },
          { value: 'against', label: t('whys.evidence-against') },
        ]}
        value={supports ? 'for' : 'against'}
        onChange={(side) => setSupports(side === 'for')}
      />
      <Choice
        label={t('whys.evidence-kind')}
        options={EVIDENCE_KINDS.map((value) => ({ value, label: t(KIND_WORDS[value].word) }))}
        value={kind}
        onChange={setKind}
        hint={t(kind === 'statement' || kind === 'assumption' ? 'whys.kind-weak' : 'whys.kind-proves')}
      />
      <TextField
        label={t('whys.evidence-source')}
        hint={t('whys.evidence-source-about')}
        maxLength={LIMITS.titleCharacters}
        value={source}
        onChange={(event) => setSource(event.target.value)}
      />
    </FormPanel>
  )
}

/** One's own cause in other words. */
export const RewordPanel = ({ cause, onClose }: CausePanelProps) => {
  const t = useText()
  const { say } = useWhys()
  const [text, setText] = useState(say(cause.item))
  const clean = cleanText(text)
  return (
    <FormPanel
      title={t('whys.reword')}
      button={t('action.save')}
      onClose={onClose}
      command={
        clean && clean.length <= LIMITS.ideaCharacters
          ? { type: 'reword-cause', cause: cause.item, text: clean }
          : undefined
      }
    >
      <TextArea label={t('whys.because')} value={text} onChange={(event) => setText(event.target.value)} />
    </FormPanel>
  )
}

/** What a cause can hang under: everything but itself and what is below it, as an indented list. */
const listPlaces = ({ tree, say }: Whys, cause: CauseView): readonly (readonly [ItemId, string])[] => {
  const below = new Set(branchOf(tree, cause.item).map(({ item }) => item))
  const walk = (parent: ItemId | undefined): readonly (readonly [ItemId, string])[] =>
    childrenOf(tree, parent).flatMap(({ item }) =>
      below.has(item)
        ? []
        : [[item, `${'\u2003'.repeat(depthOf(tree, item) - 1)}${say(item)}`] as const, ...walk(item)],
    )
  return walk(undefined)
}

const UNDER_PROBLEM = ''
const LAST = ''

/** Hangs a cause, with all below it, under another one, and says where among those there. */
export const MovePanel = ({ cause, onClose }: CausePanelProps) => {
  const t = useText()
  const whys = useWhys()
  const { tree, say, problem } = whys
  const [parent, setParent] = useState<string>(cause.parent ?? UNDER_PROBLEM)
  const siblings = childrenOf(tree, (parent || undefined) as ItemId | undefined).filter(
    ({ item }) => item !== cause.item,
  )
  const [before, setBefore] = useState<string>(LAST)
  const isThere = siblings.some(({ item }) => item === before)
  return (
    <FormPanel
      title={t('whys.move')}
      about={<Quoted item={cause.item} />}
      button={t('whys.move-do')}
      onClose={onClose}
      command={{
        type: 'move-cause',
        cause: cause.item,
        ...(parent && { parent: parent as ItemId }),
        ...(isThere && { before: before as ItemId }),
      }}
    >
      <SelectField
        label={t('whys.move-under')}
        hint={t('whys.move-about')}
        value={parent}
        onChange={(event) => setParent(event.target.value)}
      >
        <option value={UNDER_PROBLEM}>{problem}</option>
        {listPlaces(whys, cause).map(([item, text]) => (
          <option key={item} value={item}>
            {text}
          </option>
        ))}
      </SelectField>
      {siblings.length > 0 && (
        <SelectField
          label={t('whys.move-before')}
          value={isThere ? before : LAST}
          onChange={(event) => setBefore(event.target.value)}
        >
          {siblings.map(({ item }) => (
            <option key={item} value={item}>
              {say(item)}
            </option>
          ))}
          <option value={LAST}>{t('whys.move-last')}</option>
        </SelectField>
      )}
    </FormPanel>
  )
}

/** Says that a cause in another branch is one and the same. */
export const SamePanel = ({ cause, onClose }: CausePanelProps) => {
  const t = useText()
  const whys = useWhys()
  const [as, setAs] = useState('')
  const places = listPlaces(whys, cause)
  return (
    <FormPanel
      title={t('whys.same')}
      about={<Quoted item={cause.item} />}
      button={t('whys.same-do')}
      onClose={onClose}
      command={as ? { type: 'same-cause', cause: cause.item, as: as as ItemId, same: true } : undefined}
    >
      <SelectField
        label={t('whys.same-as')}
        hint={t('whys.same-about')}
        value={as}
        onChange={(event) => setAs(event.target.value)}
      >
        <option value="">{t('whys.same-choose')}</option>
        {places.map(([item, text]) => (
          <option key={item} value={item}>
            {text}
          </option>
        ))}
      </SelectField>
    </FormPanel>
  )
}
