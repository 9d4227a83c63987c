import { type Catalogue, mergeCatalogues } from '../catalogue.ts'

export const catalogue = mergeCatalogues(
  import.meta.glob<Catalogue>('../../workspace/messages/fa.json', { eager: true, import: 'default' }),
)
