import type { LoaderFunctionArgs } from '@remix-run/node';
import { delimiterFor } from '@tessera/documents/csv.server.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import {
  basisWords,
  classWords,
  periodWords,
  recipientWords,
  type Words,
} from '~/components/privacy/processing-words.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { tableAnswer } from '~/server/table-file.server.ts';

const columns = [
  'activity',
  'purpose',
  'area',
  'subjects',
  'classes',
  'basis',
  'note',
  'decision',
  'readers',
  'kept',
  'protection',
] as const;

/** The register of processing as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { language } = args.context;
  const t = translator(language, 'processing') as unknown as Words;
  const { entries } = await api(args).privacy.processing(where);
  const day = (at: Date) => at.toISOString().slice(0, 10);
  return tableAnswer(new URL(args.request.url).pathname.endsWith('.xlsx') ? 'xlsx' : 'csv', {
    name: [t('file'), where.network].join(' '),
    columns: columns.map((column) => t(`columns.${column}`)),
    rows: entries.map((entry) => [
      t(`activities.${entry.activity}.title`),
      t(`activities.${entry.activity}.purpose`),
      t(`privacy:copy.areas.${entry.area}`),
      t(`subjects.${entry.subjects}`),
      classWords(t, entry),
      basisWords(t, entry).join('; '),
      entry.decision?.note ?? '',
      entry.decision ? t('decided', { date: day(entry.decision.at) }) : t('suggested'),
      recipientWords(t, entry).join('; '),
      periodWords(t, entry).join('; '),
      t(entry.isSealed ? 'sealed' : 'open'),
    ]),
    delimiter: delimiterFor(language),
  });
}
