import { type Catalogue, mergeCatalogues } from '../catalogue.ts'

export const catalogue = mergeCatalogues(
  import.meta.glob<Catalogue>('../../{workspace,ways}/messages/fa.json', { eager: true, import: 'default' }),
)
