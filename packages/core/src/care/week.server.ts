import { noteWeeks, weekRows } from '@tessera/db/care.server.ts';
import type { Transaction } from '@tessera/db/scope.server.ts';
import { addDays } from '../clock/days.ts';
import { localTime } from '../clock/zoned-time.ts';
import type { NewEvent } from '../events/record.server.ts';
import { livingRelations, readStanding } from './standing.server.ts';
import { isWeekTime, standingOf } from './standstill-rules.ts';

type Place = { networkId: string; timeZone: string; now: Date; today: string };

/**
 * The figures of the last week, on Monday mornings: one event for each mentor and one for the coordinators, once. They
 * count and name nobody.
 */
export async function weekFigures(tx: Transaction, place: Place): Promise<NewEvent[]> {
  const { networkId, timeZone, now, today } = place;
  const { time } = localTime(now, timeZone);
  if (!isWeekTime(today, time)) return [];
  const rows = await tx.run(weekRows(networkId, livingRelations, addDays(today, -7), today));
  if (rows.length === 0) return [];
  const readerIds = [networkId, ...new Set(rows.map(({ mentorId }) => mentorId))];
  const noted = await tx.run(noteWeeks(networkId, readerIds, today, now));
  if (noted.length === 0) return [];
  const { relations, mentees } = await readStanding(tx, { networkId, timeZone, language: 'en' }, null);
  const standing = [...relations, ...mentees].flatMap(({ id, facts, thresholds }) =>
    standingOf(facts, thresholds, today).some(({ mute }) => !mute) ? [id] : [],
  );
  return noted.map(({ readerId }) => {
    const isForAll = readerId === networkId;
    const own = rows.filter(({ mentorId }) => isForAll || mentorId === readerId);
    const ids = new Set(own.map(({ relationId }) => relationId));
    const sum = (pick: (row: (typeof own)[number]) => number) =>
      own.reduce((total, row) => total + pick(row), 0);
    return {
      networkId,
      kind: 'care.week',
      object: isForAll ? ['network', networkId] : ['mentor', readerId],
      actorId: null,
      at: now,
      payload: {
        relations: own.length,
        standing: standing.filter((id) => isForAll || ids.has(id)).length,
        questions: sum(({ questions }) => questions),
        held: sum(({ held }) => held),
      },
    };
  });
}
