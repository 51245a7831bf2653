import type { Shape } from '../../shape.ts';
import type { initiatives as source } from '../en/initiatives.ts';

export const initiatives = {
  events: {
    initiative: {
      begun: 'Започна инициатива',
      planned: 'Промени плана на инициатива',
      moved: 'Промени състоянието на инициатива',
      task_ticked: 'Отбеляза задача на инициатива',
      story_written: 'Написа историята на инициатива',
      consent_answered: 'Отговори дали историята може да се показва',
      photo_kept: 'Добави снимка към историята на инициатива',
      published: 'Публикува историята на инициатива',
      unpublished: 'Свали историята на инициатива от публичните страници',
    },
  },
} satisfies Shape<typeof source>;
