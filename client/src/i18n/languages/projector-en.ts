import type { Catalogue } from '../catalogue.ts'
import texts from '../../projector/messages/en.json'

export const catalogue = texts as unknown as Catalogue
