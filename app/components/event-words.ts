import { isCardEvent } from '@tessera/core/cards/events.ts';
import { isCareEvent } from '@tessera/core/care/events.ts';
import { isClosingEvent } from '@tessera/core/closing/events.ts';
import { isEvaluationEvent } from '@tessera/core/evaluations/events.ts';
import type { EventKind } from '@tessera/core/events/record.server.ts';
import { isExchangeEvent } from '@tessera/core/exchange/events.ts';
import { isInitiativeEvent } from '@tessera/core/initiatives/events.ts';
import { cardStates, membershipStates } from '@tessera/core/institutions/terms.ts';
import { isJoiningEvent } from '@tessera/core/joining/events.ts';
import { isLibraryEvent } from '@tessera/core/library/events.ts';
import { isMentoringEvent } from '@tessera/core/mentoring/events.ts';
import { type NetworkEvent, networkEvents } from '@tessera/core/networks/events.ts';
import { isOwnAccountEvent } from '@tessera/core/own-accounts/events.ts';
import { isPatternEvent } from '@tessera/core/patterns/events.ts';
import { roles } from '@tessera/core/permissions.ts';
import { isPrivacyEvent } from '@tessera/core/privacy/events.ts';
import { isQuestionEvent } from '@tessera/core/questions/events.ts';
import { isRegisteringEvent } from '@tessera/core/registering/events.ts';
import { isSecondStepEvent } from '@tessera/core/second-step/events.ts';
import { isSupervisionEvent } from '@tessera/core/supervision/events.ts';
import { isSupportEvent } from '@tessera/core/support/events.ts';
import { isTranslationEvent } from '@tessera/core/translations/events.ts';
import { isTranslatorEvent } from '@tessera/core/translators/events.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { z } from 'zod';

const states = [
  'draft',
  'submitted',
  'published',
  'registration_closed',
  'running',
  'completed',
  'documented',
  'archived',
  'postponed',
  'cancelled',
] as const;

const Details = z.object({
  fields: z.array(z.string()).optional().catch(undefined),
  role: z.enum(roles).optional().catch(undefined),
  isRepeat: z.boolean().optional().catch(undefined),
  to: z
    .union([z.number(), z.enum([...states, ...cardStates, ...membershipStates])])
    .optional()
    .catch(undefined),
  from: z.number().optional().catch(undefined),
  confirmed: z.number().optional().catch(undefined),
  waiting: z.number().optional().catch(undefined),
  changed: z.number().optional().catch(undefined),
  roles: z.number().optional().catch(undefined),
  count: z.number().optional().catch(undefined),
  participants: z.number().optional().catch(undefined),
  new: z.number().optional().catch(undefined),
  rows: z.number().optional().catch(undefined),
  daysBefore: z.number().optional().catch(undefined),
});

/** What the words about an event need of it. */
export type EventDetails = z.output<typeof Details>;

/** Takes out of a payload what words are made of; ids stay on the server. */
export function detailsOf(payload: unknown): EventDetails {
  return Details.parse(payload ?? {});
}

function isNetworkEvent(kind: EventKind): kind is NetworkEvent {
  return (networkEvents as readonly string[]).includes(kind);
}

type InstitutionKind = Extract<EventKind, `institution.${string}` | `membership.${string}`>;

function isAboutInstitution(kind: EventKind): kind is InstitutionKind {
  return kind.startsWith('institution.') || kind.startsWith('membership.');
}

type PhaseEvent = Extract<EventKind, `phase.${string}`>;

function isPhaseEvent(kind: EventKind): kind is PhaseEvent {
  return kind.startsWith('phase.');
}

/** What happened, in words: `useEventWords()('training.published', {})`. */
export function useEventWords(): (kind: EventKind, details: EventDetails) => string {
  const { t } = useTranslation([
    'identity',
    'trainings',
    'privacy',
    'founding',
    'institutions',
    'phases',
    'messages',
    'closing',
    'evaluations',
    'joining',
    'registering',
    'registration',
    'answers',
    'exchange',
    'mentoring',
    'initiatives',
    'care',
    'supervision',
    'cards',
    'library',
    'patterns',
    'translations',
    'translators',
    'secondStep',
    'accounts',
  ]);
  return (kind, { role, isRepeat, to, fields, ...counts }) => {
    if (isAboutInstitution(kind)) {
      const card = cardStates.find((state) => state === to);
      const membership = membershipStates.find((state) => state === to);
      const state =
        (card && t(`institutions:cardStates.${card}`)) ??
        (membership && t(`institutions:membershipStates.${membership}`)) ??
        '';
      return t(`institutions:events.${kind}`, { state, number: fields?.length ?? 0 });
    }
    const training = states.find((state) => state === to);
    const params = {
      ...counts,
      role: role ? t(`roles.${role}`) : '',
      to: training ? t(`trainings:states.${training}`) : to,
    };
    if (isPhaseEvent(kind)) return t(`phases:events.${kind}`);
    if (isPrivacyEvent(kind)) return t(`privacy:events.${kind}`, params);
    if (isRegisteringEvent(kind)) return t(`registering:events.${kind}`);
    if (isExchangeEvent(kind)) return t(`exchange:events.${kind}`, params);
    if (isJoiningEvent(kind)) return t(`joining:events.${kind}`);
    if (isSupportEvent(kind)) return t(`registration:events.${kind}`, params);
    if (isInitiativeEvent(kind)) return t(`initiatives:events.${kind}`);
    if (isLibraryEvent(kind)) return t(`library:events.${kind}`);
    if (isPatternEvent(kind)) return t(`patterns:events.${kind}`);
    if (isTranslationEvent(kind)) return t(`translations:events.${kind}`);
    if (isOwnAccountEvent(kind)) return t(`accounts:events.${kind}`);
    if (isTranslatorEvent(kind)) return t(`translators:events.${kind}`);
    if (isSecondStepEvent(kind)) return t(`secondStep:events.${kind}`);
    if (isQuestionEvent(kind)) return t(`answers:events.${kind}`, params);
    if (isMentoringEvent(kind)) return t(`mentoring:events.${kind}`);
    if (isCardEvent(kind)) return t(`cards:events.${kind}`);
    if (isCareEvent(kind)) return t(`care:events.${kind}`);
    if (isSupervisionEvent(kind)) return t(`supervision:events.${kind}`);
    if (kind === 'message.resent') return t('messages:event');
    if (isEvaluationEvent(kind)) return t(`evaluations:events.${kind}`);
    if (isClosingEvent(kind)) return t(`closing:events.${kind}`);
    if (kind === 'digest.due') return t('messages:digestEvent', { count: counts.count ?? 0 });
    if (isNetworkEvent(kind)) return t(`founding:events.${kind}`);
    return kind === 'invitation.sent' && isRepeat
      ? t('events.invitation.sentAgain', params)
      : t(`events.${kind}`, params);
  };
}
