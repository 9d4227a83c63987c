import type app from '../app/messages/en.json'
import type wall from '../board/wall/messages/en.json'
import type arrival from '../arrival/messages/en.json'
import type board from '../board/messages/en.json'
import type calls from '../calls/messages/en.json'
import type create from '../create/messages/en.json'
import type ending from '../ending/messages/en.json'
import type detours from '../detours/messages/en.json'
import type crowd from '../crowd/messages/en.json'
import type facilitator from '../facilitator/messages/en.json'
import type keys from '../keys/messages/en.json'
import type lookBack from '../look-back/messages/en.json'
import type methodPages from '../method-pages/messages/en.json'
import type { MethodTexts } from '../methods/index.ts'
import type methods from '../methods/messages/en.json'
import type report from '../report/messages/en.json'
import type projector from '../projector/messages/en.json'
import type people from '../people/messages/en.json'
import type session from '../session/messages/en.json'
import type steps from '../steps/messages/en.json'
import type ui from '../ui/messages/en.json'
import type ways from '../ways/messages/en.json'
import type workspace from '../workspace/messages/en.json'

/** Every text there is, by what it means. English is the list; a test holds the other languages to it. */
export type MessageKey =
  | keyof typeof ui
  | keyof typeof app
  | keyof typeof board
  | keyof typeof wall
  | keyof typeof session
  | keyof typeof methods
  | MethodTexts
  | keyof typeof steps
  | keyof typeof calls
  | keyof typeof create
  | keyof typeof detours
  | keyof typeof ending
  | keyof typeof facilitator
  | keyof typeof keys
  | keyof typeof crowd
  | keyof typeof people
  | keyof typeof report
  | keyof typeof projector
  | keyof typeof arrival
  | keyof typeof lookBack
  | keyof typeof methodPages
  | keyof typeof ways
  | keyof typeof workspace
