import { type Catalogue, mergeCatalogues } from '../catalogue.ts'

export const catalogue = mergeCatalogues(
  import.meta.glob<Catalogue>(
    [
      '../../{ui,app,session,board,methods,calls,people,arrival,look-back}/messages/ru.json',
      '../../methods/*/messages/ru.json',
    ],
    {
      eager: true,
      import: 'default',
      query: '?first',
    },
  ),
)
