import type { Shape } from '../../shape.ts';
import type { common as source } from '../en/common.ts';

export const common = {
  appName: 'Tessera',
  save: 'Запазване',
  cancel: 'Отмяна',
  back: 'Назад',
  close: 'Затваряне',
  search: 'Търсене',
  filter: 'Филтриране',
  allFilters: 'Всички филтри',
  clearFilters: 'Изчистване на филтрите',
  all: 'Всички',
  yes: 'Да',
  no: 'Не',
  none: 'Няма',
  optional: 'по желание',
  required: 'задължително',
  actions: 'Действия',
  more: 'Още',
  undo: 'Връщане',
  download: 'Изтегляне',
  print: 'Печат',
  total: 'Общо',
  text: {
    inLanguage: 'Език: {{language}}, още го няма на Вашия език',
    byMachine: 'Преведено от машина, още непроверено',
  },
  pagination: {
    label: 'Страници',
    previous: 'Предишна страница',
    next: 'Следваща страница',
    status: 'Страница {{page}} от {{pages}}',
  },
  results_one: '{{count}} резултат',
  results_other: '{{count}} резултата',
} satisfies Shape<typeof source>;
