import type { LoaderFunctionArgs } from '@remix-run/node';
import { proofsOf } from '@tessera/core/attendance/rules.ts';
import { attendanceListPdf } from '@tessera/documents/attendance-list.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import { type Language, pickLanguage } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { api } from '~/server/api.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { pdfAnswer } from '~/server/pdf.server.ts';

/** The paper list of one half-day, `?session=…&lang=ro,en`; by default in the first two languages of the network. */
export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const { network } = where;
  const query = new URL(args.request.url).searchParams;
  const call = api(args);
  const sessionId = query.get('session') ?? (await call.attendance.sheet(where)).sessions[0]?.id ?? '';
  const languages = printLanguages(query.get('lang'), (await call.networks.shell({ network })).languages);
  const list = await call.attendance.printedList({
    ...where,
    sessionId,
    languages: languages.filter((language) => language !== undefined),
  });
  const { training, session } = list;
  const [first] = languages;
  const format = formats(first);
  const toBeNamed = translator(first, 'seats')('toBeNamed');
  const name = (person: {
    givenName: string | null;
    familyName: string | null;
    nameOrder: NameOrder | null;
  }) =>
    format.personName({
      givenName: person.givenName ?? '',
      familyName: person.familyName ?? '',
      nameOrder: person.nameOrder ?? 'given_first',
    });
  const bytes = attendanceListPdf({
    languages,
    networkName: list.networkName,
    title: list.titles,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone: training.timeZone,
    halfDay: session.halfDay,
    venue: training.venue || null,
    room: session.room || null,
    trainers: training.trainers.map(name),
    funders: list.funders,
    rows: list.rows.map((row) => {
      const detail = row.details[session.id];
      const own = list.evidence.filter(({ seatId }) => seatId === null || seatId === row.seatId);
      return {
        name: row.participantId ? name(row) : toBeNamed,
        institution: row.institutionName ?? '',
        jobTitle: row.jobTitle || null,
        proofs: proofsOf(row.marks[session.id], detail?.evidence, own),
        inAt: detail?.inAt ? new Date(detail.inAt) : null,
      };
    }),
    lists: list.evidence.filter(({ kind }) => kind === 'scanned_list').map(({ sha256 }) => sha256),
    blankRows: 4,
    code: `${training.code} · ${format.shortDate(session.startsAt, training.timeZone)}`,
  });
  const title = translator(first, 'documents')('attendanceList.title');
  const day = format.shortDate(session.startsAt, training.timeZone).replace(/[/.]\s?/g, '-');
  return pdfAnswer(bytes, `${title} ${training.code} ${day} ${session.halfDay}`);
}

type NameOrder = 'given_first' | 'family_first';

function printLanguages(asked: string | null, own: readonly string[]): [Language, Language?] {
  const wishes = asked ? asked.split(',') : own;
  const [first, second] = [...new Set(wishes.map((language) => pickLanguage([language])))];
  return second ? [first ?? 'en', second] : [first ?? 'en'];
}
