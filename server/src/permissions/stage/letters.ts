/** The letters of the tables for what the server says, as `ANSWERS` lists them. */
export interface Letters {
  readonly ofReply: (status: number, code: string | undefined) => string
  readonly ofClosing: (code: number) => string
}

export const readLetters = (answers: string): Letters => {
  const rows = answers.split('\n').flatMap((line) => {
    const [, letter, code, status, closing] = /^\s+(\S)\s+([a-z-]+)\s+(\d{3})(?:\s+(\d{4}))?$/.exec(line) ?? []
    return letter ? [{ letter, code, status: Number(status), closing: Number(closing) }] : []
  })
  return {
    ofReply: (status, code) => {
      if (status < 300) return '+'
      return rows.find((row) => row.status === status && row.code === code)?.letter ?? `${status} ${code}`
    },
    // Who was sent away and who may not are closed alike.
    ofClosing: (code) => rows.findLast((row) => row.closing === code)?.letter ?? `closed with ${code}`,
  }
}
