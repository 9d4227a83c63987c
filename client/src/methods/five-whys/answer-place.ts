/** Where an answer to why is typed: the step, and what it would explain. */
export const answerPlace = (step: string, parent: string | undefined): string => `${step} ${parent ?? 'problem'}`
