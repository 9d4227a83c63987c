import type { Catalogue } from '../catalogue.ts'
import texts from '../../projector/messages/fa.json'

export const catalogue = texts as unknown as Catalogue
