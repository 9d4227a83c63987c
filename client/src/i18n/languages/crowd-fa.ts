import { type Catalogue, mergeCatalogues } from '../catalogue.ts'

export const catalogue = mergeCatalogues(
  import.meta.glob<Catalogue>('../../crowd/messages/fa.json', { eager: true, import: 'default' }),
)
