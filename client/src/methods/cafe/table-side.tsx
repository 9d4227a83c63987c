import { type Item, rankAt } from '@roundel/shared/board'
import { asId } from '@roundel/shared/kernel'
import { CLOTH_KINDS } from '@roundel/shared/methods/cafe'
import { Footprints, MapPin } from 'lucide-react'
import { nanoid } from 'nanoid'
import { useState } from 'react'
import { stepColour } from '../../board/colours.ts'
import { guessLanguage } from '../../i18n/language.ts'
import { useLanguage, useText } from '../../i18n/text.ts'
import type { Cloth } from '../../sync/cloth.ts'
import { useViewPart } from '../../sync/room-context.ts'
import { Alert } from '../../ui/alert.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useCafe } from './cafe-model.ts'
import { ClothComposer } from './cloth-composer.tsx'
import { listOnCloth } from './cloth-notes.tsx'
import { HandoverForm } from './handover-form.tsx'
import { HostHint } from './host-hint.tsx'
import { NextHost } from './next-host.tsx'
import { NextPlace } from './next-place.tsx'
import type { TableLook } from './table-look.ts'
import { thoughtPlace } from './thoughts.ts'
import { UnsentThoughts } from './unsent-thoughts.tsx'
import { usePress } from './use-press.ts'

type ClothKind = (typeof CLOTH_KINDS)[number]
const KIND_WORDS = { idea: 'cafe.an-idea', note: 'cafe.a-note', question: 'cafe.a-question' } as const
const ADD_WORDS = { idea: 'composer.add', note: 'cafe.add-note', question: 'cafe.add-question' } as const

/** Stays at the table for one more round, or gets up where seating is free. */
export const StayOrGo = () => {
  const t = useText()
  const { own, view, may } = useCafe()
  const { press, isBusy, problem } = usePress()
  if (!own?.place) return null
  const mayStay =
    may('stay') &&
    view.mode === 'planned' &&
    own.place.role === 'traveller' &&
    !own.isNextHost &&
    (view.round ?? 1) < view.rounds
  return (
    <>
      <Alert>{problem}</Alert>
      {mayStay && (
        <Button
          look="quiet"
          aria-pressed={own.stays}
          disabled={isBusy}
          onClick={() => void press({ type: 'stay', stays: !own.stays }, t(own.stays ? 'cafe.goes-on' : 'cafe.stays'))}
        >
          <MapPin size={17} aria-hidden="true" />
          {t(own.stays ? 'cafe.stays-take-back' : 'cafe.stay')}
        </Button>
      )}
      {may('leave-table') && view.mode === 'free' && (
        <Button look="quiet" disabled={isBusy} onClick={() => void press({ type: 'leave-table' })}>
          <Footprints size={17} aria-hidden="true" />
          {t('cafe.leave-table')}
        </Button>
      )}
    </>
  )
}

/** One's own side of the table in a round: the composer onto its cloth, what was left behind, the host's lines, what comes next. */
export const TableSide = ({ table, cloth }: { readonly table: TableLook; readonly cloth: Cloth }) => {
  const t = useText()
  const language = useLanguage()
  const announce = useAnnounce()
  const { step, id, view, me, own } = useCafe()
  const { agenda } = useViewPart('session')
  const { content } = cloth
  const [kind, setKind] = useState<ClothKind>('idea')
  const add = (text: string): boolean => {
    if (!content) return false
    const item: Item = {
      id: asId<'item'>(nanoid(16)),
      kind,
      step: id,
      text,
      lang: guessLanguage(text, language),
      rank: rankAt(content.items.all().size),
      state: 'published',
      author: me.seat,
      table: table.id,
      round: view.round ?? 1,
    }
    content.items.add(item)
    announce(t('cafe.added', { count: listOnCloth(content.items.all()).length }))
    return true
  }
  return (
    <>
      <ClothComposer
        key={table.id}
        place={thoughtPlace(id, me.seat, table.id)}
        colour={stepColour(agenda, id)}
        placeholder={t('cafe.write-here')}
        onAdd={content && !(step.locked && me.role === 'participant') ? add : undefined}
        addWord={t(ADD_WORDS[kind])}
      >
        <Choice
          label={t('cafe.kind')}
          options={CLOTH_KINDS.map((value) => ({ value, label: t(KIND_WORDS[value]) }))}
          value={kind}
          onChange={setKind}
        />
      </ClothComposer>
      <UnsentThoughts />
      {own?.handsOver && <HostHint cloth={cloth} hasGuests={table.people.length > 1} />}
      {own?.handsOver && content && <HandoverForm key={`handover ${table.id}`} cloth={content} table={table} />}
      <NextHost key={`next host ${table.id}`} table={table} />
      <NextPlace />
      <StayOrGo />
    </>
  )
}
