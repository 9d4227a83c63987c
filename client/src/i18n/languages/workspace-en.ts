import { type Catalogue, mergeCatalogues } from '../catalogue.ts'

export const catalogue = mergeCatalogues(
  import.meta.glob<Catalogue>('../../workspace/messages/en.json', { eager: true, import: 'default' }),
)
