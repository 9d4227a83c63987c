import type { Language } from './people.ts'

/** What the page says, as a person who reads that language looks for it. */
export interface Words {
  readonly start: string
  readonly title: string
  readonly question: string
  readonly create: string
  readonly removeStep: string
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
  readonly news: string
  readonly takeSeat: string
  readonly waiting: string
  readonly askBack: string
  readonly goOn: string
  readonly home: string
  readonly askHost: RegExp
  readonly sitAs: RegExp
  readonly samePerson: string
  readonly letIn: string
  readonly away: RegExp
  readonly openOutside: string
  readonly privateMode: RegExp
  readonly personalLink: string
  readonly reload: string
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    start: 'Start a session',
    title: 'Name',
    question: 'Question for the room',
    create: 'Create and show the code',
    removeStep: 'Remove',
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
    news: 'News',
    takeSeat: 'Take my seat',
    waiting: 'Waiting for a free seat',
    askBack: 'Ask to come back',
    goOn: 'Go on with the new seat',
    home: 'To the first page',
    askHost: /^Yes, ask/,
    sitAs: /^Sit down as/,
    samePerson: 'Let in as the same person',
    letIn: 'Let in',
    away: /lost the connection/,
    openOutside: 'Open in my browser',
    privateMode: /^Private mode/,
    personalLink: 'Copy my personal link',
    reload: 'Reload',
  },
  ru: {
    start: 'Создать сессию',
    title: 'Название',
    question: 'Вопрос для всех',
    create: 'Создать и показать код',
    removeStep: 'Удалить',
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
    news: 'Новости',
    takeSeat: 'Занять моё место',
    waiting: 'Ждём свободного места',
    askBack: 'Попроситься обратно',
    goOn: 'Продолжить с новым местом',
    home: 'На главную',
    askHost: /^Да, спросить/,
    sitAs: /^Сесть как/,
    samePerson: 'Впустить на прежнее место',
    letIn: 'Впустить',
    away: /пропала связь/,
    openOutside: 'Открыть в моём браузере',
    privateMode: /^Приватный режим/,
    personalLink: 'Копировать мою личную ссылку',
    reload: 'Обновить страницу',
  },
  fa: {
    start: 'ساختن نشست',
    title: 'نام نشست',
    question: 'پرسش برای جمع',
    create: 'ساختن و نمایش کد',
    removeStep: 'برداشتن',
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
    news: 'خبرها',
    takeSeat: 'نشستن سر جای خودم',
    waiting: 'در انتظار جای خالی',
    askBack: 'درخواست بازگشت',
    goOn: 'ادامه با جای تازه',
    home: 'به صفحهٔ نخست',
    askHost: /^بله، از/,
    sitAs: /^نشستن با نام/,
    samePerson: 'همان نفر است، راه بدهید',
    letIn: 'راه بدهید',
    away: /^ارتباط .* قطع شد/,
    openOutside: 'باز کردن در مرورگر خودم',
    privateMode: /^حالت خصوصی/,
    personalLink: 'کپی پیوند شخصی من',
    reload: 'بارگذاری دوباره',
  },
}
