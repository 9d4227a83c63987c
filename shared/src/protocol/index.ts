export * from './bodies.ts'
export * from './close-codes.ts'
export * from './live.ts'
export * from './messages.ts'
