import type { Language } from '@roundel/shared/session'
import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import { isolate } from './isolate.ts'
import { directionOf } from './language.ts'
import type { MessageKey } from './message-key.ts'

type Values = Readonly<Record<string, string | number>>

/** Says something in the person's language. Names and other foreign texts among the values are isolated. */
export type Text = (key: MessageKey, values?: Values) => string

/** The language the interface speaks now. */
export const useLanguage = (): Language => useIntl().locale as Language

export const useText = (): Text => {
  const intl = useIntl()
  const direction = directionOf(intl.locale as Language)
  return useCallback(
    (key, values = {}) =>
      intl.formatMessage(
        { id: key },
        Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            typeof value === 'string' ? isolate(value, direction) : value,
          ]),
        ),
      ) as string,
    [intl, direction],
  )
}

/** Numbers as the person's language writes them. */
export const useNumber = (): ((value: number) => string) => {
  const intl = useIntl()
  return (value) => intl.formatNumber(value)
}
