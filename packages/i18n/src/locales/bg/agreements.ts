import type { Shape } from '../../shape.ts';
import type { agreements as source } from '../en/agreements.ts';

export const agreements = {
  title: 'Споразумение',
  lead: 'Какво договарят ментори и участници, на всеки език. Всяка промяна е нова версия; подписаното остава, както е прочетено.',
  none: 'Още няма текст',
  noneText: 'Без текст се отбелязва само подписът.',
  write: 'Писане на друг език',
  edit: 'Промяна на текста',
  editIn: 'Споразумение на {{language}}',
  version: 'Версия {{version}} от {{date}}',
  parts: {
    confidentiality: 'Какво остава между нас и какво не може',
    places: 'Къде се срещаме',
    hours: 'Кога сме на разположение',
    gifts: 'Без пари, подаръци и возене',
    ending: 'Как приключва',
  },
  language: 'Език',
  save: 'Запазване на текста',
  saved: 'Текстът е запазен.',
  read: 'Прочетете споразумението',
  readIn: 'Четене на',
  signTitle: 'Отбелязване на подписа',
  signed: 'Подписано на {{day}} на {{language}}',
  signedWithout: 'Подписано е без текст, съхранен тук.',
  notYet: 'Първо приемат и двете страни. После се подписва споразумението.',
  interpreted: 'Присъства преводач',
  checksum: 'Контролна сума на текста',
} satisfies Shape<typeof source>;
