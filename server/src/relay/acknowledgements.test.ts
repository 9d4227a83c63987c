import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openAcknowledgements } from './acknowledgements.ts'

test('R6 the count is of messages that are durable without a hole, and reaches all of them', () => {
  const act = fc.constantFrom('add', 'hold', 'step2', 'settle')
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const acks = openAcknowledgements()
      // The same, written down message by message: the sequence each waits for, or nothing while it is held.
      const messages: (number | undefined)[] = []
      let seq = 0
      let durable = 0
      let last = 0
      for (const next of acts) {
        if (next === 'settle') durable = Math.min(seq, durable + 1)
        else if (next === 'hold') {
          acks.hold()
          messages.push(undefined)
        } else {
          seq++
          if (next === 'step2') {
            acks.release(seq)
            messages.forEach((waits, index) => {
              messages[index] = waits ?? seq
            })
          }
          acks.add(seq)
          messages.push(seq)
        }
        const hole = messages.findIndex((waits) => waits === undefined || waits > durable)
        const count = acks.count(durable)
        expect(count).toBe(hole < 0 ? messages.length : hole)
        expect(count).toBeGreaterThanOrEqual(last)
        last = count
      }
    }),
  )
})
