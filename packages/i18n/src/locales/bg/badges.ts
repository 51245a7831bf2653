import type { Shape } from '../../shape.ts';
import type { badges as source } from '../en/badges.ts';

export const badges = {
  download: 'Запазване като Open Badge (JSON)',
  title: 'Същото като цифрова значка',
  text: 'Подписан файл по Open Badges 3.0 за цифров портфейл или портфолио. Съдържа това, което стои тук, включително името или инициалите, а програмите могат да проверят дали е истински и още валиден.',
  criteria: {
    halfDays: 'Присъствие на поне {{share}} от полудневните занимания.',
    minutes: 'Присъствие на поне {{share}} от времето.',
  },
} satisfies Shape<typeof source>;
