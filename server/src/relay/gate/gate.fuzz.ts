// Long runs of the gate against stock replicas and against a forger. The tests make short ones; a drill makes the same
// with larger counts and other seeds.

export { runCuts } from './fuzz/cuts.ts'
export { runForged } from './fuzz/forged.ts'
export { runHonest } from './fuzz/honest.ts'
