import { afterEach, expect, test } from 'vitest'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  order,
  refusalOf,
  secretOf,
  sitDown,
  urlOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'

let server: RunningServer
afterEach(() => server.stop())

const SIGN = new TextEncoder().encode('%PDF-')

/** A session with an idea that is signed, at a server that prints with what is given; `pages` is what came to be printed. */
const openPrinting = async (print?: (page: string) => Promise<void>) => {
  const pages: string[] = []
  server = await startServer(
    print && {
      printPage: async (page) => {
        pages.push(page)
        await print(page)
        return SIGN
      },
    },
  )
  const meeting = await createMeeting(server, {
    agenda: [{ kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } }],
    facilitatorName: 'Fay Lead',
  })
  const ann = await sitDown(meeting, 'Ann Shown')
  await order(meeting, { type: 'start' })
  await order(ann, { type: 'add-item', kind: 'idea', text: '<script>An idea</script>' })
  return { meeting, ann, pages }
}

const pdfFor = (person: Person, query = '') => ask(urlOf(person, `/report.pdf${query}`), { token: person.token })

const share = async (meeting: Meeting): Promise<string> => {
  await order(meeting, { type: 'end' })
  const made = await ask<{ link: string }>(urlOf(meeting, '/report/link'), { token: meeting.token, body: {} })
  server.chance.jump(5_000)
  return secretOf(made.json.link)
}
const sharedPdf = (meeting: Meeting, secret: string) => ask(urlOf(meeting, '/report/shared/pdf'), { body: { secret } })

test('X127 where no browser is set up there is no such file, and whoever may not take files learns nothing else', async () => {
  const { meeting, ann } = await openPrinting()
  expect(refusalOf(await pdfFor(meeting))).toEqual([404, 'unknown'])
  expect(refusalOf(await pdfFor(ann))).toEqual([403, 'not-allowed'])
  expect(refusalOf(await sharedPdf(meeting, await share(meeting)))).toEqual([404, 'unknown'])
})

test('X127 a report is printed for those who may take files along, in the language that was asked for', async () => {
  const { meeting, ann, pages } = await openPrinting(async () => undefined)
  const { status, headers, text } = await pdfFor(meeting, '?language=fa')
  expect([status, text]).toEqual([200, '%PDF-'])
  expect(headers.get('content-type')).toContain('application/pdf')
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="roundel-.*\.pdf"$/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(pages[0]).toContain('<html lang="fa" dir="rtl">')
  expect(pages[0]).toContain('Ann Shown')
  expect(refusalOf(await pdfFor(ann))).toEqual([403, 'not-allowed'])
  expect(refusalOf(await ask(urlOf(meeting, '/report.pdf')))).toEqual([401, 'not-seated'])
  expect(refusalOf(await pdfFor(meeting, '?format=xlsx'))).toEqual([422, 'bad-input'])
})

test('X128 what is printed names nobody where names are not wished, and by a link as the link was made', async () => {
  const { meeting, pages } = await openPrinting(async () => undefined)
  await pdfFor(meeting, '?names=hidden')
  const secret = await share(meeting)
  expect((await sharedPdf(meeting, secret)).text).toBe('%PDF-')
  expect(pages).toHaveLength(2)
  for (const page of pages) {
    expect(page).toContain('An idea')
    for (const name of ['Ann Shown', 'Fay Lead']) expect(page).not.toContain(name)
    expect(page).not.toContain('<script')
    expect(page).toContain(`default-src &#x27;none&#x27;`)
  }
  const wrong = `${secret.startsWith('A') ? 'B' : 'A'}${secret.slice(1)}`
  expect(refusalOf(await sharedPdf(meeting, wrong))).toEqual([404, 'unknown'])
})

test('X129 a page that cannot be printed is refused, told to whoever runs the server, and the next one is printed', async () => {
  let isBroken = true
  const { meeting } = await openPrinting(async () => {
    if (isBroken) throw new Error('the browser ended with 1')
  })
  expect(refusalOf(await pdfFor(meeting))).toEqual([503, 'overloaded'])
  expect(server.lines.some((line) => line.includes('the browser ended with 1'))).toBe(true)
  isBroken = false
  expect((await pdfFor(meeting)).status).toBe(200)
})
