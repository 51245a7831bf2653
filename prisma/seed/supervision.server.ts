import { answerAsk } from '@tessera/core/mentoring/answer-ask.server.ts';
import { askCoordinator } from '@tessera/core/mentoring/ask.server.ts';
import { saveAgreement } from '@tessera/core/mentoring/save-agreement.server.ts';
import { AgreementText, AskAnswer } from '@tessera/core/mentoring/schema.ts';
import { recordSupervision } from '@tessera/core/supervision/record.server.ts';
import { NewSupervision } from '@tessera/core/supervision/schema.ts';
import { cohorts, programme } from './data/mentoring-bg.ts';
import { agreementTexts, asks, supervision } from './data/supervision-bg.ts';
import { keyOf } from './play.server.ts';
import { acting, networkOf, type World } from './world.server.ts';

const { network, coordinator } = programme;

/** The agreement of the programme, in the languages that its leaders read. */
export async function writeAgreements(ctx: ReturnType<typeof acting>, programmeId: string): Promise<void> {
  for (const text of agreementTexts) await saveAgreement(ctx, AgreementText.parse({ programmeId, ...text }));
}

/** Supervision of the mentors in each quarter, and what was asked of the coordinator. */
export async function seedSupervision(world: World): Promise<void> {
  const { id: networkId, clock } = networkOf(world, network);
  const day = (date: string) => clock.day(date).toISOString().slice(0, 10);
  for (const { cohort, on, themes, ...next } of supervision) {
    const ctx = acting(world, coordinator, network, clock.at(on, '17:30'));
    const personIds = (cohorts[cohort]?.groups ?? []).map(
      ({ mentor }) => acting(world, mentor.mailbox, network, ctx.now).actor.personId,
    );
    const mentors = await ctx.transaction(({ prisma }) =>
      prisma.mentorProfile.findMany({
        where: { networkId, personId: { in: personIds } },
        select: { id: true },
      }),
    );
    await recordSupervision(
      ctx,
      NewSupervision.parse({
        nonce: keyOf(network, 'supervision', on),
        day: day(on),
        kind: 'group',
        mentorIds: mentors.map(({ id }) => id),
        themes,
        nextDay: 'nextOn' in next ? day(next.nextOn) : null,
      }),
    );
  }
  await answerAsks(world);
}

async function answerAsks(world: World): Promise<void> {
  const { id: networkId, clock } = networkOf(world, network);
  const ctx = acting(world, coordinator, network, clock.at(asks.answeredOn, '10:00'));
  const [relation, known] = await ctx.transaction(async ({ prisma }) => [
    await prisma.mentoringRelationMentee.findFirst({
      where: { networkId, leftOn: null, mentee: { alias: asks.alias } },
      select: { relationId: true },
    }),
    await prisma.mentoringAsk.count({ where: { networkId } }),
  ]);
  if (!relation || known > 0) return;
  const { relationId } = relation;
  for (const [as, mailbox, { what, answer, words }] of [
    ['mentor', asks.mentor, asks.ofMentor],
    ['mentee', asks.alias.toLowerCase(), asks.ofMentee],
  ] as const) {
    const person = acting(world, mailbox, network, clock.at(asks.askedOn, '20:00'));
    await askCoordinator(person, as, { relationId, what });
    const where = { networkId, relationId, personId: person.actor.personId };
    const ask = await ctx.transaction(({ prisma }) =>
      prisma.mentoringAsk.findFirst({ where, select: { id: true } }),
    );
    if (ask) await answerAsk(ctx, AskAnswer.parse({ askId: ask.id, answer, words }));
  }
}
