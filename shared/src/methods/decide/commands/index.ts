import { addAction, editAction, keepInsight, removeAction, reviewAction } from './actions.ts'
import { addConcern, dropConcern } from './concerns.ts'
import { decide, draftDecision } from './decision.ts'
import { answerTemperature, askTemperature, showTemperature } from './temperature.ts'

export const DECIDE_COMMANDS = [
  draftDecision,
  decide,
  addConcern,
  dropConcern,
  askTemperature,
  answerTemperature,
  showTemperature,
  addAction,
  editAction,
  removeAction,
  reviewAction,
  keepInsight,
] as const
