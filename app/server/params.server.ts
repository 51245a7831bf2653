import type { LoaderFunctionArgs } from '@remix-run/node';
import type { EvaluationStage } from '@tessera/core/evaluations/terms.ts';

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

/** The network and the consent in the address. */
export function consentParams({ params }: Args): { network: string; consentId: string } {
  return { network: params.network ?? '', consentId: params.consent ?? '' };
}

/** The network and the institution in the address. */
export function institutionParams({ params }: Args): { network: string; institutionId: string } {
  return { network: params.network ?? '', institutionId: params.institution ?? '' };
}

/** The network and the application of an institution in the address. */
export function applicationParams({ params }: Args): { network: string; applicationId: string } {
  return { network: params.network ?? '', applicationId: params.application ?? '' };
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
