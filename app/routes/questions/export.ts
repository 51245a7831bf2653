import type { LoaderFunctionArgs } from '@remix-run/node';
import type { SeatState } from '@tessera/core/seats/rules.ts';
import { delimiterFor } from '@tessera/documents/csv.server.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { tableAnswer } from '~/server/table-file.server.ts';

/** What everyone answered openly, as a file: a column for each question, under its text and its name that stays. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const t = translator(language, 'answers');
  const seats = translator(language, 'seats');
  const { training, questions, rows } = await api(args).questions.export(trainingParams(args));
  const words = ({ kind, words: named }: (typeof questions)[number], value: string) =>
    kind === 'yes_no' ? t(value === 'yes' ? 'form.yes' : 'form.no') : (named[value] ?? value);
  return tableAnswer(new URL(args.request.url).pathname.endsWith('.xlsx') ? 'xlsx' : 'csv', {
    name: [t('table.title'), training].join(' '),
    columns: [
      t('table.person'),
      t('table.institution'),
      t('table.state'),
      ...questions.map(({ text, name }) => `${text} [${name}]`),
    ],
    rows: rows.map(({ familyName, givenName, institutionName, state, answers }) => [
      [familyName, givenName].filter(Boolean).join(' '),
      institutionName ?? '',
      seats(`states.${state as SeatState}`),
      ...questions.map((question) =>
        (answers[question.name] ?? []).map((value) => words(question, value)).join(', '),
      ),
    ]),
    delimiter: delimiterFor(language),
  });
}
