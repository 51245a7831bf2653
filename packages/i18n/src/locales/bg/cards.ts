import type { Shape } from '../../shape.ts';
import type { cards as source } from '../en/cards.ts';

export const cards = {
  situations: {
    health_problem: 'Здравословен проблем',
    pregnancy: 'Бременност',
    birth: 'Раждане',
    loss: 'Изгубен човек или вещ',
    abduction: 'Отвличане',
    theft: 'Кражба',
    threat: 'Заплаха',
    violence: 'Насилие',
    report_risk: 'Сигнал за опасност',
    general: 'Общи',
    answers: 'Отговори за посочване',
  },
  sides: {
    person_to_helper: 'Казва човекът, който търси помощ',
    helper_to_person: 'Казва помагащият',
    both: 'Казват и двамата',
  },
  answers: {
    yes_no: 'Да или не',
    point_body: 'Посочване върху тялото',
    point_list: 'Посочване в списък',
    number: 'Число',
    time: 'Час',
    none: 'Без отговор',
  },
  states: {
    card: {
      draft: 'Чернова',
      pictogram_ok: 'Приета пиктограма',
      translating: 'Превежда се',
      field_test: 'Изпробва се на място',
      published: 'Публикувана',
      revision_due: 'За преработване',
      retired: 'Оттеглена',
    },
    text: {
      missing: 'Липсва',
      draft: 'Чернова',
      reviewed: 'Прегледан',
      verified: 'Проверен',
      rejected: 'Отхвърлен',
    },
  },
  events: {
    card: {
      created: 'Добавена е карта',
      changed: 'Карта е променена',
      moved: 'Състоянието на карта е променено',
      text_written: 'Написан е текст на карта',
      text_reviewed: 'Прегледан е текст на карта',
      text_approved: 'Потвърден е текст на карта',
      text_rejected: 'Отхвърлен е текст на карта',
      tested: 'Карта е изпробвана',
    },
  },
  emergency: 'Спешни повиквания',
} satisfies Shape<typeof source>;
