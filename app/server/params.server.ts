import type { LoaderFunctionArgs } from '@remix-run/node';
import type { EvaluationStage } from '@tessera/core/evaluations/terms.ts';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { refuse } from './refusal.server.ts';

type Args = Pick<LoaderFunctionArgs, 'params'>;

/** The network in the address, as every procedure of a network wants it. */
export function networkParams({ params }: Args): { network: string } {
  return { network: params.network ?? '' };
}

/** The network and the training in the address. What is no id ends as "not found" in the procedure. */
export function trainingParams({ params }: Args): { network: string; trainingId: string } {
  return { network: params.network ?? '', trainingId: params.training ?? '' };
}

/** The network, the training and the half-day in the address. */
export function halfDayParams(args: Args): { network: string; trainingId: string; sessionId: string } {
  return { ...trainingParams(args), sessionId: args.params.session ?? '' };
}

/** The network, the training, the half-day and the seat in the address. */
export function signingParams(args: Args) {
  return { ...halfDayParams(args), seatId: args.params.seat ?? '' };
}

/** The network, the training, the half-day and one proof of its attendance in the address. */
export function evidenceParams(args: Args) {
  return { ...halfDayParams(args), evidenceId: args.params.evidence ?? '' };
}

/** The network and the phase in the address. */
export function phaseParams({ params }: Args): { network: string; phaseId: string } {
  return { network: params.network ?? '', phaseId: params.phase ?? '' };
}

/** The network and the mentoring programme in the address. */
export function programmeParams({ params }: Args): { network: string; programmeId: string } {
  return { network: params.network ?? '', programmeId: params.programme ?? '' };
}

/** The network and the mentor in the address. */
export function mentorParams({ params }: Args): { network: string; mentorId: string } {
  return { network: params.network ?? '', mentorId: params.mentor ?? '' };
}

/** The network and the mentee in the address. */
export function menteeParams({ params }: Args): { network: string; menteeId: string } {
  return { network: params.network ?? '', menteeId: params.mentee ?? '' };
}

/** The network and the seat in the address. */
export function seatParams({ params }: Args): { network: string; seatId: string } {
  return { network: params.network ?? '', seatId: params.seat ?? '' };
}

/** The network, the training and one of its questions in the address. */
export function questionParams(args: Args) {
  return { ...trainingParams(args), questionId: args.params.question ?? '' };
}

/** The network and the person in the address. */
export function personParams({ params }: Args): { network: string; personId: string } {
  return { network: params.network ?? '', personId: params.person ?? '' };
}

/** The network and the role of a person in the address. */
export function roleParams({ params }: Args): { network: string; personId: string; assignmentId: string } {
  return {
    network: params.network ?? '',
    personId: params.person ?? '',
    assignmentId: params.role ?? '',
  };
}

/** The network and the copy of another one in the address. */
export function copyParams({ params }: Args): { network: string; runId: string } {
  return { network: params.network ?? '', runId: params.copy ?? '' };
}

/** The network and the import in the address. */
export function importParams({ params }: Args): { network: string; importId: string } {
  return { network: params.network ?? '', importId: params.import ?? '' };
}

/** The network and the certificate in the address. */
export function certificateParams({ params }: Args): { network: string; certificateId: string } {
  return { network: params.network ?? '', certificateId: params.certificate ?? '' };
}

/** The network and the language of its words on certificates in the address. */
export function templateParams({ params }: Args): { network: string; language: string } {
  return { network: params.network ?? '', language: params.language ?? '' };
}

/** The network and the request to be forgotten in the address. */
export function requestParams({ params }: Args): { network: string; requestId: string } {
  return { network: params.network ?? '', requestId: params.request ?? '' };
}

/** The network and the replacement of an address in the address. */
export function replacementParams({ params }: Args): { network: string; replacementId: string } {
  return { network: params.network ?? '', replacementId: params.replacement ?? '' };
}

/** The network and the consent in the address. */
export function consentParams({ params }: Args): { network: string; consentId: string } {
  return { network: params.network ?? '', consentId: params.consent ?? '' };
}

/** The network, what stands still in mentoring and the step in the address. What is no step ends as "not found". */
export function standstillParams({ params }: Args): { network: string; aboutId: string; step: string } {
  return { network: params.network ?? '', aboutId: params.about ?? '', step: params.ladder ?? '' };
}

/** The network, the question whether somebody still meets, and what opens it, in the address. */
export function surveyParams({ params }: Args): { network: string; surveyId: string; token: string } {
  return { network: params.network ?? '', surveyId: params.survey ?? '', token: params.token ?? '' };
}

/** The network and the question about a mentoring in the address. */
export function flagParams({ params }: Args): { network: string; flagId: string } {
  return { network: params.network ?? '', flagId: params.flag ?? '' };
}

/** The network and what somebody asked the coordinator for in the address. */
export function askParams({ params }: Args): { network: string; askId: string } {
  return { network: params.network ?? '', askId: params.ask ?? '' };
}

/** The network and the request for an approval in the address. */
export function approvalParams({ params }: Args): { network: string; approvalId: string } {
  return { network: params.network ?? '', approvalId: params.approval ?? '' };
}

/** The network and the supervision meeting in the address. */
export function supervisionParams({ params }: Args): { network: string; supervisionId: string } {
  return { network: params.network ?? '', supervisionId: params.supervision ?? '' };
}

/** The network and the concern about somebody's safety in the address. */
export function concernParams({ params }: Args): { network: string; concernId: string } {
  return { network: params.network ?? '', concernId: params.concern ?? '' };
}

/** The network and the institution in the address. */
export function institutionParams({ params }: Args): { network: string; institutionId: string } {
  return { network: params.network ?? '', institutionId: params.institution ?? '' };
}

/** The network and the application of an institution in the address. */
export function applicationParams({ params }: Args): { network: string; applicationId: string } {
  return { network: params.network ?? '', applicationId: params.application ?? '' };
}

/** The network and the initiative in the address. */
export function initiativeParams({ params }: Args): { network: string; initiativeId: string } {
  return { network: params.network ?? '', initiativeId: params.initiative ?? '' };
}

/** The network and the resource in the address, and whose it is where it belongs to another network. */
export function resourceParams({ params, request }: Args & { request: Request }) {
  const owner = new URL(request.url).searchParams.get('owner');
  return {
    network: params.network ?? '',
    resourceId: params.resource ?? '',
    ...(owner && owner !== params.network ? { owner } : {}),
  };
}

/** The link to a questionnaire in the address. What is no stage ends as "not found" in the procedure. */
export function questionnaireParams({ params }: Args) {
  return {
    network: params.network ?? '',
    seatId: params.seat ?? '',
    stage: params.stage as EvaluationStage,
    token: params.token ?? '',
  };
}

/** The network and the mentoring relation in the address. */
export function relationParams({ params }: Args): { network: string; relationId: string } {
  return { network: params.network ?? '', relationId: params.relation ?? '' };
}

/** The network and the communication card in the address. */
export function cardParams({ params }: Args): { network: string; cardId: string } {
  return { network: params.network ?? '', cardId: params.card ?? '' };
}

/** The network and the language of cards in the address; what is no language is no page. */
export function cardLanguageParams({ params }: Args) {
  const language = spokenLanguages.find((each) => each === params.language);
  if (!language) throw refuse('not_found');
  return { network: params.network ?? '', language };
}

/** The network and the provider of accounts in the address. */
export function providerParams({ params }: Args): { network: string; providerId: string } {
  return { network: params.network ?? '', providerId: params.provider ?? '' };
}
