import type { Language } from './people.ts'

/** What the page says, as a person who reads that language looks for it. */
export interface Words {
  readonly start: string
  readonly title: string
  readonly question: string
  readonly create: string
  readonly openRoom: string
  readonly more: string
  readonly people: RegExp
  readonly peopleTitle: RegExp
  readonly help: string
  readonly code: string
  readonly join: string
  readonly name: string
  readonly joinAs: RegExp
  readonly idea: string
  readonly addIdea: string
  readonly ideas: string
  readonly mySide: string
  readonly write: string
  readonly room: string
  readonly saved: string
  readonly onDevice: string
  readonly finished: string
  readonly finishedSaid: string
  readonly countdown: RegExp
  readonly ended: string
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    start: 'Start a session',
    title: 'Name',
    question: 'Question for the room',
    create: 'Create and show the code',
    openRoom: 'Open the room',
    more: 'More',
    people: /person here|people here/,
    peopleTitle: /^People: /,
    help: 'Help',
    code: 'Session code',
    join: 'Join',
    name: 'Your name',
    joinAs: /^Join as/,
    idea: 'Your idea',
    addIdea: 'Add idea',
    ideas: 'Ideas',
    mySide: 'My side',
    write: 'Write',
    room: 'Room',
    saved: 'Saved',
    onDevice: 'On this device',
    finished: 'I’m finished',
    finishedSaid: 'You are finished. Take it back?',
    countdown: /All ideas open in/,
    ended: 'That’s it. Here is what you made.',
  },
  ru: {
    start: 'Создать сессию',
    title: 'Название',
    question: 'Вопрос для всех',
    create: 'Создать и показать код',
    openRoom: 'Открыть комнату',
    more: 'Ещё',
    people: /^Здесь /,
    peopleTitle: /^Участники: /,
    help: 'Помощь',
    code: 'Код сессии',
    join: 'Войти',
    name: 'Ваше имя',
    joinAs: /^Войти как/,
    idea: 'Ваша идея',
    addIdea: 'Добавить идею',
    ideas: 'Идеи',
    mySide: 'Моя сторона',
    write: 'Писать',
    room: 'Комната',
    saved: 'Сохранено',
    onDevice: 'На этом устройстве',
    finished: 'Больше идей нет',
    finishedSaid: 'Вы закончили. Вернуться?',
    countdown: /Все идеи откроются через/,
    ended: 'Готово. Вот что получилось.',
  },
  fa: {
    start: 'ساختن نشست',
    title: 'نام نشست',
    question: 'پرسش برای جمع',
    create: 'ساختن و نمایش کد',
    openRoom: 'باز کردن نشست',
    more: 'بیشتر',
    people: /نفر حاضر/,
    peopleTitle: /^افراد: /,
    help: 'راهنما',
    code: 'کد نشست',
    join: 'ورود',
    name: 'نام شما',
    joinAs: /^ورود با نام/,
    idea: 'ایدهٔ شما',
    addIdea: 'افزودن ایده',
    ideas: 'ایده‌ها',
    mySide: 'سمت من',
    write: 'نوشتن',
    room: 'همه',
    saved: 'ذخیره شد',
    onDevice: 'روی این دستگاه',
    finished: 'تمام کردم',
    finishedSaid: 'تمام کردید. پس می‌گیرید؟',
    countdown: /آشکارسازی همهٔ ایده‌ها تا/,
    ended: 'تمام شد. این حاصل کار شماست.',
  },
}
