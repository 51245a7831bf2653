import type { LoaderFunctionArgs } from '@remix-run/node';
import { type ExportKind, exportColumns } from '@tessera/core/exports/columns.ts';
import type { ExportedTable } from '@tessera/core/exports/export.server.ts';
import { delimiterFor } from '@tessera/documents/csv.server.ts';
import type { Cell } from '@tessera/documents/xlsx.server.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { serverI18n, translator } from '@tessera/i18n/server.server.ts';
import { api } from '~/server/api.server.ts';
import { networkParams, trainingParams } from '~/server/params.server.ts';
import { tableAnswer } from '~/server/table-file.server.ts';

/** A list of the network as a file. The address says which: `members.csv`, `trainings/…/attendance.xlsx`. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const [, kind = '', format = ''] = /\/([a-z]+)\.(csv|xlsx)$/.exec(new URL(args.request.url).pathname) ?? [];
  const table = await read(args, kind as ExportKind);
  const t = translator(language, 'transfer');
  const columns = exportColumns[table.kind];
  return tableAnswer(format === 'xlsx' ? 'xlsx' : 'csv', {
    name: [t(`exports.${table.kind}`), table.training ?? args.params.network].join(' '),
    columns: columns.map(({ key }) => t(`fields.${key}`)),
    rows: table.rows.map((row) =>
      columns.map((column, index) => cellOf(language, column, row[index] ?? null)),
    ),
    delimiter: delimiterFor(language),
  });
}

function read(args: LoaderFunctionArgs, kind: ExportKind): Promise<ExportedTable> {
  const call = api(args).exports;
  switch (kind) {
    case 'members':
      return call.members(networkParams(args));
    case 'institutions':
      return call.institutions(networkParams(args));
    case 'registrations':
      return call.registrations({ ...networkParams(args), trainingId: args.params.training ?? null });
    case 'attendance':
      return call.attendance(trainingParams(args));
    case 'learning':
      return call.learning(networkParams(args));
    case 'takeaways':
      return call.takeaways(trainingParams(args));
    default:
      return kind satisfies never;
  }
}

const wordsOf = {
  roles: 'identity:roles',
  institutionKinds: 'networks:institutionKinds',
  membershipRoles: 'networks:membershipRoles',
  membershipStates: 'transfer:membershipStates',
  seatStates: 'seats:states',
  halfDays: 'trainings:halfDay',
  themes: 'trainings:themes',
  marks: 'attendance:states',
} as const;

function cellOf(
  language: Language,
  column: { key: string; words?: keyof typeof wordsOf; isDay?: boolean },
  value: string | null,
): Cell {
  if (value === null || value === '') return null;
  if (column.isDay) return new Date(value);
  // Codes that no word stands for yet stay as they are.
  return column.words
    ? serverI18n(language).t(`${wordsOf[column.words]}.${value}`, { defaultValue: value })
    : value;
}
