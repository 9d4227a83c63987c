/**
 * Holds a World Café over real sockets, with people who leave and come before every round, and prints what each round came
 * to by what people were told. `PEOPLE`, `TABLES`, `ROUNDS` and `CHURN` (a share) set its size.
 */
import { ROTATION_ITERATIONS, cafeJob, planRotation } from '@roundel/shared/rotation'
import { drillCafe } from '../../src/testing/cafe-drill.ts'

const numberOf = (name: string, standard: number): number => Number(process.env[name] ?? standard)

const size = {
  people: numberOf('PEOPLE', 200),
  tables: numberOf('TABLES', 40),
  rounds: numberOf('ROUNDS', 6),
  churn: numberOf('CHURN', 0.1),
}

const began = performance.now()
planRotation({ ...cafeJob(size.people, size.tables, size.rounds), iterations: ROTATION_ITERATIONS })
console.log(
  `${size.people} people, ${size.tables} tables, ${size.rounds} rounds, ${Math.round(size.churn * 100)} % leave and come;`,
  `planned in ${(performance.now() - began).toFixed(1)} ms`,
)
const rounds = await drillCafe(
  size,
  ({ people, seated, tables, tablesWithOneHost, sizes, repeats, revisits, knownMs }) =>
    console.log(
      `${seated} of ${people} have one place at ${tables} tables of ${sizes.join(' to ')}, ${tablesWithOneHost} with one host;`,
      `${repeats} repeats, ${revisits} revisits; the last knew after ${Math.round(knownMs)} ms`,
    ),
)
const isSound = rounds.every(
  ({ people, seated, tables, tablesWithOneHost }) => people === seated && tables === tablesWithOneHost,
)
console.log(isSound ? 'everybody had exactly one place in every round' : 'somebody had no place, or two')
// Timers of the sessions that were held would keep it alive for a day.
process.exit(isSound ? 0 : 1)
