import { paths } from '@tessera/paths/paths.ts';
import type { MessageKind, Topic } from './kinds.ts';

type Linked = {
  kind: MessageKind;
  topic: Topic;
  params: {
    trainingId?: string;
    seatId?: string;
    certificateId?: string;
    resourceId?: string;
    askId?: string;
    approvalId?: string;
    surveyId?: string;
  };
  networkCode: string;
};

/** Where a notice leads: to the very thing, or to the list that it stands in. */
export function noticeLink({ kind, topic, params, networkCode: code }: Linked): string {
  const { trainingId, seatId } = params;
  switch (kind) {
    case 'application-received':
      return paths.applications(code);
    case 'care-notice':
    case 'care-week':
      return paths.care(code);
    case 'ask-notice':
      return params.askId ? paths.mentoringAsk(code, params.askId) : paths.mentoring(code);
    case 'approval-notice':
      return params.approvalId ? paths.mentoringApproval(code, params.approvalId) : paths.mentoring(code);
    case 'survey-asked':
      return params.surveyId ? paths.mentoringSurvey(code, params.surveyId) : paths.network(code);
    case 'mentoring-proposed':
      return paths.mentoring(code);
    case 'supervision-notice':
      return paths.supervision(code);
    case 'resource-due':
    case 'link-broken':
      return params.resourceId ? paths.resource(code, params.resourceId) : paths.library(code);
    case 'own-account-linked':
      return paths.account();
    case 'file-infected':
      return paths.audit(code);
    case 'machine-stopped':
      return paths.machineTranslation(code);
    case 'closing-notice':
      return paths.network(code);
    case 'concern-notice':
      return paths.concerns(code);
    case 'access-notice':
      return paths.accesses(code);
    case 'certificate-issued':
      return topic === 'own' || !trainingId ? paths.myCertificates(code) : paths.training(code, trainingId);
    case 'seat-offered':
      return seatId ? paths.seatOffer(code, seatId) : paths.myRegistrations(code);
    case 'training-reminder':
      return topic === 'own' && trainingId ? paths.training(code, trainingId) : paths.myRegistrations(code);
    case 'evaluation-asked':
    case 'evaluation-reminder':
    case 'seat-promoted':
    case 'seats-registered':
      return paths.myRegistrations(code);
    default:
      if (!trainingId) return paths.network(code);
      return topic === 'organised' ? paths.manage(code, trainingId) : paths.training(code, trainingId);
  }
}
