import { startOf } from '@tessera/db/founding.server.ts';
import type { Statement } from '@tessera/db/statement.server.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { type Acting, networkContext, reach, scopeIn } from './context.server.ts';
import { myMenteesQuestion } from './mentoring/queries.server.ts';
import { needsQuestions } from './needs/needs.server.ts';
import { networkPageQuestion } from './networks/queries.server.ts';
import { can } from './permissions.ts';
import type { Question } from './reading.server.ts';
import { isModuleOn } from './settings/modules.ts';
import { homes, standings } from './standings.server.ts';
import { nextMeetingQuestion } from './supervision/pages.server.ts';
import { nextTrainingsQuestion, trainingWithSeatsQuestions } from './trainings/queries.server.ts';

/** A page whose questions its address tells, so that they can travel with the session. */
export type Opening =
  | { page: 'home' }
  | { page: 'network'; code: string }
  | { page: 'mentor'; code: string }
  | { page: 'training'; code: string; trainingId: string };

/**
 * What a page will ask if its session is still who it was. An answer is used only where the request, judged anew, asks the
 * same in the same scope (`Reading`): a wrong guess costs time and shows nothing.
 */
export function guessOf(input: {
  storedId: string;
  opening: Opening;
  language: Language | null;
  realNow: Date;
}): Question[] {
  const { storedId, opening, realNow } = input;
  if (opening.page === 'home') {
    const home = homes.get(storedId);
    if (!home) return [];
    const { actor, language } = home;
    return needsQuestions({ actor, now: realNow, language: input.language ?? language }, home);
  }
  const standing = standings.get(`${storedId} ${opening.code}`);
  if (!standing) return [];
  const { actor, network, grants } = standing;
  const language = input.language ?? standing.language;
  const ctx = { ...networkContext({ network, actor, grants, realNow, language }), actor };
  return [{ scope: scopeIn(network, actor, grants), statements: questionsOf(ctx, opening) }];
}

function questionsOf(ctx: Acting, opening: Exclude<Opening, { page: 'home' }>): Statement<object>[] {
  if (opening.page === 'training') return trainingWithSeatsQuestions(ctx, opening.trainingId);
  if (opening.page === 'mentor') {
    return can(ctx.grants, 'session.edit') ? [myMenteesQuestion(ctx), nextMeetingQuestion(ctx)] : [];
  }
  return [
    networkPageQuestion(ctx),
    ...(isModuleOn(ctx.network, 'trainings') ? [nextTrainingsQuestion(ctx)] : []),
    ...(reach(ctx, 'network.edit').kind === 'network' ? [startOf(ctx.network.id)] : []),
  ];
}
