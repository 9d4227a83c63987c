import type { PictureKey, PictureText } from '../picture-keys.ts'

/** The pictures of the deck in Persian. */
export const PICTURES: Readonly<Record<PictureKey, PictureText>> = {
  anchor: { name: 'لنگر', alt: 'لنگر کشتی با حلقه‌ای در بالا' },
  bike: { name: 'دوچرخه', alt: 'دوچرخه‌ای از نمای کنار' },
  'cable-car': { name: 'تله‌کابین', alt: 'کابینی آویخته از کابل' },
  compass: { name: 'قطب‌نما', alt: 'قطب‌نمای گرد با عقربه' },
  feather: { name: 'پر', alt: 'یک پر پرنده' },
  footprints: { name: 'رد پا', alt: 'دو رد پا، یکی جلوتر از دیگری' },
  gift: { name: 'هدیه', alt: 'جعبه‌ای با روبان گره‌خورده' },
  hourglass: { name: 'ساعت شنی', alt: 'ساعت شنی با شن در حال ریختن' },
  'key-round': { name: 'کلید', alt: 'کلیدی با سر گرد' },
  lightbulb: { name: 'لامپ', alt: 'یک لامپ روشنایی' },
  magnet: { name: 'آهنربا', alt: 'آهنربایی به شکل نعل' },
  map: { name: 'نقشه', alt: 'نقشه‌ای تاشده' },
  mountain: { name: 'کوه', alt: 'قلهٔ یک کوه' },
  puzzle: { name: 'تکهٔ پازل', alt: 'یک تکه از پازل' },
  rabbit: { name: 'خرگوش', alt: 'خرگوشی نشسته' },
  sailboat: { name: 'قایق بادبانی', alt: 'قایقی کوچک با بادبان' },
  scissors: { name: 'قیچی', alt: 'یک قیچی باز' },
  shell: { name: 'صدف', alt: 'صدفی پیچیده به شکل مارپیچ' },
  snail: { name: 'حلزون', alt: 'حلزونی با خانه‌ای بر پشت' },
  snowflake: { name: 'دانهٔ برف', alt: 'دانهٔ برفی با شش پر' },
  sprout: { name: 'جوانه', alt: 'گیاهی جوان با دو برگ' },
  telescope: { name: 'تلسکوپ', alt: 'تلسکوپی روی پایه' },
  turtle: { name: 'لاک‌پشت', alt: 'لاک‌پشتی از نمای کنار' },
  umbrella: { name: 'چتر', alt: 'چتری باز' },
}
