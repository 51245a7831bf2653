import { formats } from '@tessera/i18n/format.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { attendanceListTemplate } from './attendance-list-template.ts';
import { breakLongWords } from './printed-text.ts';
import { renderPdf } from './typst.server.ts';

type Proof = 'door' | 'drawn_signature' | 'email_confirmation' | 'scanned_list';

export type AttendanceListData = {
  /** The first language leads; the second, if there is one, stands after a slash. */
  languages: [Language, Language?];
  networkName: string;
  /** One title per language, in the order of `languages`. */
  title: string[];
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  halfDay: 'am' | 'pm';
  venue: string | null;
  room: string | null;
  trainers: string[];
  funders: string[];
  rows: {
    name: string;
    institution: string;
    jobTitle: string | null;
    /** What proves already that somebody was there, and when they came */
    proofs?: readonly Proof[];
    inAt?: Date | null;
  }[];
  /** Hashes of the signed lists that were scanned and are kept */
  lists?: readonly string[];
  /** Numbered empty lines for people who come without a registration. */
  blankRows: number;
  /** Names this list on every page, so that a scanned sheet finds its session. */
  code: string;
};

/** The paper list of one half-day as a PDF, A4 landscape, in one or two languages, to be signed with a pen. */
export function attendanceListPdf(data: AttendanceListData): Uint8Array {
  const languages = data.languages.filter((language) => language !== undefined);
  const words = languages.map((language) => {
    return { language, t: translator(language, 'documents'), format: formats(language) };
  });
  const both = (write: (word: (typeof words)[number], index: number) => string) =>
    pairs(words.map((word, index) => ({ language: word.language, text: write(word, index) })));

  const titles = both((_, index) => data.title[index] ?? data.title[0] ?? '');
  const heading = both(({ t }) => t('attendanceList.title'));
  const date = both(({ format }) => format.date(data.startsAt, data.timeZone));
  const halfDay = both(({ t }) => t(`attendanceList.${data.halfDay}`));
  const hours = both(({ format }) =>
    [data.startsAt, data.endsAt].map((at) => format.time(at, data.timeZone)).join('–'),
  );
  const fact = (label: Pair[], value: string | null) => ({ label, value: given(value) });

  return renderPdf({
    template: attendanceListTemplate,
    language: data.languages[0],
    title: [heading[0]?.text, titles[0]?.text, date[0]?.text].join(' · '),
    data: {
      networkName: shortened(data.networkName, 110),
      code: data.code,
      running: [
        shortened(titles[0]?.text ?? '', 70),
        ...[date, halfDay, hours].map((pair) => pair[0]?.text),
      ].join(' · '),
      heading,
      titles: titles.map((pair) => ({ ...pair, text: breakLongWords(pair.text) })),
      facts: [
        { label: both(({ t }) => t('attendanceList.date')), value: date },
        { label: both(({ t }) => t('attendanceList.halfDay')), value: halfDay },
        { label: both(({ t }) => t('attendanceList.time')), value: hours },
        fact(
          both(({ t }) => t('attendanceList.venue')),
          data.venue,
        ),
        fact(
          both(({ t }) => t('attendanceList.room')),
          data.room,
        ),
        fact(
          both(({ t }) => t('attendanceList.trainers', { count: data.trainers.length || 1 })),
          data.trainers.join(', '),
        ),
      ],
      fundedBy: both(({ t }) => t('attendanceList.fundedBy')),
      funders: data.funders.join(' · '),
      purpose: both(({ t }) => t('attendanceList.purpose')),
      disclaimer: data.funders.length > 0 ? both(({ t }) => t('attendanceList.disclaimer')) : null,
      page: both(({ t }) => t('attendanceList.page', { page: '{page}', pages: '{pages}' })),
      columns: [
        both(({ t }) => t('attendanceList.number')),
        both(({ t }) => t('attendanceList.name')),
        both(({ t }) => t('attendanceList.institution')),
        both(({ t }) => t('attendanceList.jobTitle')),
        both(({ t }) => t('attendanceList.signature')),
      ],
      rows: tableRows(data, ({ proofs = [], inAt }) =>
        proofs.map((proof) => {
          const time = proof === 'door' ? inAt : null;
          return words
            .map(({ t, format }) =>
              time
                ? t('attendanceList.proofs.doorAt', { time: format.time(time, data.timeZone) })
                : t(`attendanceList.proofs.${proof}`),
            )
            .join(' / ');
        }),
      ),
      kept: both(({ t }) => t('attendanceList.kept')),
      lists: data.lists ?? [],
      trainerSignature: both(({ t }) => t('attendanceList.trainerSignature')),
      trainers: data.trainers.length > 0 ? data.trainers : [''],
    },
  });
}

type Pair = { language?: Language; text: string };

// A word that is the same in both languages is printed once.
function pairs(all: Pair[]): Pair[] {
  return all.filter((pair, index) => all.findIndex((other) => other.text === pair.text) === index);
}

function given(value: string | null): Pair[] {
  return [{ text: value ? breakLongWords(value) : '–' }];
}

type Row = AttendanceListData['rows'][number];

function tableRows({ rows, blankRows }: AttendanceListData, proofsOf: (row: Row) => string[]): string[][] {
  const named = rows.map((row) => [row.name, row.institution, row.jobTitle ?? '', proofsOf(row).join(' · ')]);
  const blank = Array.from({ length: blankRows }, () => ['', '', '', '']);
  return [...named, ...blank].map((cells, index) => [
    String(index + 1),
    ...cells.map((cell) => breakLongWords(cell)),
  ]);
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
