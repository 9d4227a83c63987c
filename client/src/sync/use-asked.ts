import { useCallback, useEffect, useState } from 'react'

/**
 * The answer to a question put to the server: undefined while it is awaited. The second value asks again.
 * `ask` must be the same function as long as the question is the same.
 */
export const useAsked = <Value>(ask: () => Promise<Value>): readonly [Value | undefined, () => void] => {
  const [question, setQuestion] = useState({})
  const [answer, setAnswer] = useState<{ readonly to: unknown; readonly ask: unknown; readonly value: Value }>()
  useEffect(() => {
    let isWanted = true
    void ask().then((value) => {
      if (isWanted) setAnswer({ to: question, ask, value })
    })
    return () => {
      isWanted = false
    }
  }, [ask, question])
  const again = useCallback(() => setQuestion({}), [])
  return [answer?.to === question && answer.ask === ask ? answer.value : undefined, again]
}
