export { PICTURES } from './pictures.ts'
export { WORDS } from './words.ts'
