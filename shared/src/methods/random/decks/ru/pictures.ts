import type { PictureKey, PictureText } from '../picture-keys.ts'

/** The pictures of the deck in Russian. */
export const PICTURES: Readonly<Record<PictureKey, PictureText>> = {
  anchor: { name: 'Якорь', alt: 'Якорь корабля с кольцом наверху' },
  bike: { name: 'Велосипед', alt: 'Велосипед, вид сбоку' },
  'cable-car': { name: 'Канатная дорога', alt: 'Кабина, подвешенная на канате' },
  compass: { name: 'Компас', alt: 'Круглый компас со стрелкой' },
  feather: { name: 'Перо', alt: 'Одно птичье перо' },
  footprints: { name: 'Следы', alt: 'Два следа, один впереди другого' },
  gift: { name: 'Подарок', alt: 'Коробка, перевязанная бантом' },
  hourglass: { name: 'Песочные часы', alt: 'Песочные часы, в которых сыплется песок' },
  'key-round': { name: 'Ключ', alt: 'Ключ с круглой головкой' },
  lightbulb: { name: 'Лампочка', alt: 'Электрическая лампочка' },
  magnet: { name: 'Магнит', alt: 'Магнит в форме подковы' },
  map: { name: 'Карта', alt: 'Сложенная карта местности' },
  mountain: { name: 'Гора', alt: 'Вершина горы' },
  puzzle: { name: 'Деталь пазла', alt: 'Одна деталь пазла' },
  rabbit: { name: 'Кролик', alt: 'Сидящий кролик' },
  sailboat: { name: 'Парусник', alt: 'Небольшая лодка под парусом' },
  scissors: { name: 'Ножницы', alt: 'Раскрытые ножницы' },
  shell: { name: 'Ракушка', alt: 'Ракушка, закрученная спиралью' },
  snail: { name: 'Улитка', alt: 'Улитка с домиком на спине' },
  snowflake: { name: 'Снежинка', alt: 'Снежинка с шестью лучами' },
  sprout: { name: 'Росток', alt: 'Молодое растение с двумя листьями' },
  telescope: { name: 'Телескоп', alt: 'Телескоп на подставке' },
  turtle: { name: 'Черепаха', alt: 'Черепаха, вид сбоку' },
  umbrella: { name: 'Зонт', alt: 'Раскрытый зонт' },
}
