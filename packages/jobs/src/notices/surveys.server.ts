import { isCalm, type SurveyAnswer, surveyUntil } from '@tessera/core/care/standstill-rules.ts';
import { surveyToken } from '@tessera/core/care/survey.server.ts';
import { isLiving, type RelationState } from '@tessera/core/mentoring/rules.ts';
import { noticeCoordinators, noticePeople } from '@tessera/db/messages.server.ts';
import {
  distinctReaders,
  hiddenToken,
  type Notice,
  notice,
  type Occasion,
  readerOf,
} from './notice.server.ts';

/** Asks a mentor or a mentee whether they still meet, as long as it is open; the link is theirs alone. */
export async function surveyAsked(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, now, isLookingBack } = occasion;
  const survey = await surveyOf(occasion);
  if (!survey) return [];
  const until = surveyUntil(survey.askedAt);
  const isOpen = survey.answer === null && now <= until && isLiving(survey.relation.state as RelationState);
  if (!isOpen && !isLookingBack) return [];
  const people = await tx.run(noticePeople([survey.personId]));
  const readers = distinctReaders(people.map((person) => readerOf(event, person, 'mentoring')));
  const token = isLookingBack ? hiddenToken : surveyToken(event.objectId);
  return readers.map((reader) =>
    notice(occasion, 'survey-asked', reader, {
      surveyId: event.objectId,
      token,
      until,
      timeZone: event.network.timeZone,
    }),
  );
}

/** Tells the coordinators of a word that is not calm, once for each; which it is and who said so stands on the page. */
export async function surveyAnswered(occasion: Occasion): Promise<Notice[]> {
  const { tx, event, realNow, isLookingBack } = occasion;
  const survey = await surveyOf(occasion);
  if (!survey?.answer) return [];
  if (!isLookingBack && (isCalm(survey.answer as SurveyAnswer) || (await wasCorrected(occasion)))) return [];
  const people = await tx.run(noticeCoordinators(event.networkId, realNow));
  const readers = people.map((person) => readerOf(event, person, 'mentoring'));
  return distinctReaders(readers).map((reader) =>
    notice(occasion, 'care-notice', reader, { step: 'survey', count: 1 }),
  );
}

// Whoever changed their word meanwhile is told of by its own event.
async function wasCorrected({ tx, event: { networkId, kind, objectId, id } }: Occasion): Promise<boolean> {
  const count = await tx.prisma.domainEvent.count({ where: { networkId, kind, objectId, id: { gt: id } } });
  return count > 0;
}

const surveyOf = ({ tx, event: { networkId, objectId: id } }: Occasion) =>
  tx.prisma.mentoringSurvey.findFirst({
    where: { networkId, id },
    select: { personId: true, askedAt: true, answer: true, relation: { select: { state: true } } },
  });
