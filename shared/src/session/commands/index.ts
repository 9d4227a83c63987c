export { COMMANDS, type Command, type CommandType } from './commands.ts'
export { mayOpenClaimed } from './claims.ts'
export { can, decide } from './decide.ts'
export { parseCommand } from './parse.ts'
