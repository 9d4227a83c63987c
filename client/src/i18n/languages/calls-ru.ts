import type { Catalogue } from '../catalogue.ts'
import texts from '../../calls/messages/ru.json'

export const catalogue = texts as unknown as Catalogue
