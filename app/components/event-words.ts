import type { EventKind } from '@tessera/core/events/record.server.ts';
import { roles } from '@tessera/core/permissions.ts';
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
  role: z.enum(roles).optional().catch(undefined),
  isRepeat: z.boolean().optional().catch(undefined),
  to: z
    .union([z.number(), z.enum(states)])
    .optional()
    .catch(undefined),
  from: z.number().optional().catch(undefined),
  confirmed: z.number().optional().catch(undefined),
  waiting: z.number().optional().catch(undefined),
  changed: z.number().optional().catch(undefined),
  new: z.number().optional().catch(undefined),
  rows: z.number().optional().catch(undefined),
});

/** What the words about an event need of it. */
export type EventDetails = z.output<typeof Details>;

/** Takes out of a payload what words are made of; ids stay on the server. */
export function detailsOf(payload: unknown): EventDetails {
  return Details.parse(payload ?? {});
}

/** What happened, in words: `useEventWords()('training.published', {})`. */
export function useEventWords(): (kind: EventKind, details: EventDetails) => string {
  const { t } = useTranslation(['identity', 'trainings']);
  return (kind, { role, isRepeat, to, ...counts }) => {
    const params = {
      ...counts,
      role: role ? t(`roles.${role}`) : '',
      to: typeof to === 'string' ? t(`trainings:states.${to}`) : to,
    };
    return kind === 'invitation.sent' && isRepeat
      ? t('events.invitation.sentAgain', params)
      : t(`events.${kind}`, params);
  };
}
