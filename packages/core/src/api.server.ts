import { acceptedLanguages, isLanguage, pickLanguage } from '@tessera/i18n/languages.ts';
import { attendanceRouter } from './attendance/router.server.ts';
import { calendarsRouter } from './calendars/router.server.ts';
import { cardsRouter } from './cards/router.server.ts';
import { careRouter, concernsRouter } from './care/router.server.ts';
import { catalogueRouter } from './catalogue/router.server.ts';
import { certificatesRouter } from './certificates/router.server.ts';
import { closingRouter } from './closing/router.server.ts';
import { consentsRouter } from './consents/router.server.ts';
import type { RequestContext } from './context.server.ts';
import { evaluationsRouter } from './evaluations/router.server.ts';
import { eventsRouter } from './events/router.server.ts';
import { exchangeRouter } from './exchange/router.server.ts';
import { exportsRouter } from './exports/router.server.ts';
import { headCountsRouter } from './headcounts/router.server.ts';
import { identityRouter } from './identity/router.server.ts';
import { readSession, storedSessionId } from './identity/sessions.server.ts';
import { importsRouter } from './imports/router.server.ts';
import { initiativesRouter } from './initiatives/router.server.ts';
import { institutionsRouter } from './institutions/router.server.ts';
import { joiningRouter } from './joining/router.server.ts';
import { learningRouter } from './learning/router.server.ts';
import { libraryRouter } from './library/router.server.ts';
import { linksRouter } from './links/router.server.ts';
import { membersRouter } from './members/router.server.ts';
import { mentoringRouter } from './mentoring/router.server.ts';
import { messagesRouter } from './messages/router.server.ts';
import { needsRouter } from './needs/router.server.ts';
import { languagesOfNetwork, rememberNetwork } from './networks/resolve.server.ts';
import { networksRouter } from './networks/router.server.ts';
import { guessOf, type Opening } from './opening.server.ts';
import { operatorRouter } from './operator/router.server.ts';
import { ownAccountsRouter } from './own-accounts/router.server.ts';
import { partnersRouter } from './partners/router.server.ts';
import { patternsRouter } from './patterns/router.server.ts';
import { phasesRouter } from './phases/router.server.ts';
import { prerequisitesRouter } from './prerequisites/router.server.ts';
import { privacyRouter } from './privacy/router.server.ts';
import { questionsRouter } from './questions/router.server.ts';
import { Reading } from './reading.server.ts';
import { registerRouter } from './register/router.server.ts';
import { registeringRouter } from './registering/router.server.ts';
import { seatsRouter } from './seats/router.server.ts';
import { secondStepRouter } from './second-step/router.server.ts';
import { settingsRouter } from './settings/router.server.ts';
import { standings } from './standings.server.ts';
import { supervisionRouter } from './supervision/router.server.ts';
import { supportRouter } from './support/router.server.ts';
import { trainingsRouter } from './trainings/router.server.ts';
import { translationsRouter } from './translations/router.server.ts';
import { translatorsRouter } from './translators/router.server.ts';
import { createCallerFactory, router } from './trpc.server.ts';

/** Everything that Tessera can do; pages, the public interface and tests call the same procedures. */
export const appRouter = router({
  identity: identityRouter,
  secondStep: secondStepRouter,
  networks: networksRouter,
  institutions: institutionsRouter,
  joining: joiningRouter,
  members: membersRouter,
  phases: phasesRouter,
  patterns: patternsRouter,
  prerequisites: prerequisitesRouter,
  register: registerRouter,
  registering: registeringRouter,
  questions: questionsRouter,
  supervision: supervisionRouter,
  support: supportRouter,
  trainings: trainingsRouter,
  translations: translationsRouter,
  translators: translatorsRouter,
  ownAccounts: ownAccountsRouter,
  catalogue: catalogueRouter,
  calendars: calendarsRouter,
  seats: seatsRouter,
  exchange: exchangeRouter,
  attendance: attendanceRouter,
  headCounts: headCountsRouter,
  certificates: certificatesRouter,
  learning: learningRouter,
  evaluations: evaluationsRouter,
  events: eventsRouter,
  cards: cardsRouter,
  care: careRouter,
  concerns: concernsRouter,
  consents: consentsRouter,
  privacy: privacyRouter,
  imports: importsRouter,
  exports: exportsRouter,
  mentoring: mentoringRouter,
  initiatives: initiativesRouter,
  library: libraryRouter,
  links: linksRouter,
  messages: messagesRouter,
  needs: needsRouter,
  operator: operatorRouter,
  partners: partnersRouter,
  settings: settingsRouter,
  closing: closingRouter,
});

/** Calls procedures in the same process, in the name of a request. */
export const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;

/**
 * Reads who asks from the headers of a request. The language is the person's own, then the network's, then the
 * browser's.
 * @param chosenLanguage the language that was chosen in this browser
 * @param networkCode the network in the address, if there is one
 * @param opening the page in the address, if what it asks is read along with the session
 */
export async function buildContext(input: {
  headers: Headers;
  ip: string;
  requestId: string;
  chosenLanguage?: string | null;
  networkCode?: string | null;
  opening?: Opening | null;
}): Promise<RequestContext> {
  const { headers, ip, requestId, chosenLanguage, networkCode, opening } = input;
  const chosen = isLanguage(chosenLanguage) ? chosenLanguage : null;
  const now = new Date();
  const session = await readSession(headers.get('cookie'), {
    network: networkCode ? { code: networkCode, language: chosen } : null,
    guess: (storedId) => (opening ? guessOf({ storedId, opening, language: chosen, realNow: now }) : []),
  });
  const own = chosen ?? session?.actor.language ?? null;
  const accepted = acceptedLanguages(headers.get('accept-language'));
  const ctx: RequestContext = {
    actor: session?.actor ?? null,
    sessionId: session?.sessionId ?? null,
    now,
    language: own ?? pickLanguage(accepted),
    requestId,
    ip,
    device: headers.get('user-agent') ?? '',
    setCookies: session?.setCookie ? [session.setCookie] : [],
    resolved: new Map(),
    reading: new Reading(),
  };
  const found = session && networkCode ? rememberNetwork(ctx, networkCode, session.network) : null;
  if (own === null && networkCode) {
    const offered = await languagesOfNetwork(ctx, networkCode);
    ctx.language = pickLanguage([...offered, ...accepted]);
  }
  for (const { question, answers } of session?.ahead ?? []) ctx.reading.keep(question, answers);
  if (session && networkCode && found)
    standings.set(`${storedSessionId(session.sessionId)} ${networkCode}`, {
      ...found,
      actor: session.actor,
      language: ctx.language,
    });
  return ctx;
}
