import type { Catalogue } from '../catalogue.ts'
import texts from '../../keys/messages/fa.json'

export const catalogue = texts as unknown as Catalogue
