import { type Item, compareItems } from '@roundel/shared/board'
import { useCallback } from 'react'
import { useText } from '../../i18n/text.ts'
import type { WallModel } from './model.ts'
import type { Target } from './target.ts'

/** Where on the wall something is, in words. */
export const useWords = ({ clusters, members, nameOf }: WallModel) => {
  const t = useText()
  const nameOfId = useCallback(
    (id: string): string => {
      const index = clusters.findIndex((cluster) => cluster.id === id)
      const cluster = clusters[index]
      return cluster ? nameOf(cluster, index) : ''
    },
    [clusters, nameOf],
  )
  return {
    nameOfId,
    /** Where a target would put a note, that note counted. */
    sayTarget: (target: Target, moved: Item): string => {
      switch (target.to) {
        case 'cluster': {
          const others = (members.get(target.cluster) ?? []).filter(({ id }) => id !== moved.id).length
          const number = Math.min(target.index, others) + 1
          return t('wall.at-group', { name: nameOfId(target.cluster), number, count: others + 1 })
        }
        case 'place':
          return t('wall.at-loose')
        case 'pair':
        case 'new':
          return t('wall.at-new')
      }
    },
    /** Where a note is now. */
    sayPlace: (item: Item): string => {
      const list = (item.cluster && members.get(item.cluster)?.toSorted(compareItems)) ?? []
      const number = list.findIndex(({ id }) => id === item.id) + 1
      return item.cluster && number > 0
        ? t('wall.at-group', { name: nameOfId(item.cluster), number, count: list.length })
        : t('wall.at-loose')
    },
  }
}

export type Words = ReturnType<typeof useWords>
