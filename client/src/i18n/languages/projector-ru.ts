import type { Catalogue } from '../catalogue.ts'
import texts from '../../projector/messages/ru.json'

export const catalogue = texts as unknown as Catalogue
