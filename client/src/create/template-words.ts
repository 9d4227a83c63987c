import type { StepBody } from '@roundel/shared/protocol'
import { type TemplateId, templateOf } from '@roundel/shared/session'
import type { MessageKey } from '../i18n/message-key.ts'

/** What a template is called, when to use it, and what its steps are called that are not named by their method. */
interface TemplateWords {
  readonly name: MessageKey
  readonly about: MessageKey
  readonly titles: Readonly<Record<number, MessageKey>>
}

export const TEMPLATE_WORDS: Readonly<Record<TemplateId, TemplateWords>> = {
  'quick-20': { name: 'template.quick', about: 'template.quick-about', titles: {} },
  'vote-20': { name: 'template.vote', about: 'template.vote-about', titles: {} },
  'pain-60': {
    name: 'template.pain',
    about: 'template.pain-about',
    titles: { 1: 'template.remove' },
  },
  'unstick-70': {
    name: 'template.unstick',
    about: 'template.unstick-about',
    titles: { 4: 'template.shortlist', 5: 'template.closer' },
  },
  'cafe-90': { name: 'template.cafe', about: 'template.cafe-about', titles: { 2: 'template.cafe-ideas' } },
  'retro-60': {
    name: 'template.retro',
    about: 'template.retro-about',
    titles: { 0: 'template.arriving', 1: 'template.went-well', 2: 'template.change', 5: 'template.try' },
  },
  'quarterly-75': {
    name: 'template.quarterly',
    about: 'template.quarterly-about',
    titles: { 0: 'template.arriving', 1: 'template.learned', 2: 'template.ahead' },
  },
}

/** The steps of a template as the server takes them, with their names in the language of whoever plans. */
export const agendaFrom = (id: TemplateId, say: (key: MessageKey) => string): StepBody[] =>
  templateOf(id).agenda.map((step, index) => {
    const title = TEMPLATE_WORDS[id].titles[index]
    return { ...step, ...(title && { title: say(title) }) }
  })
