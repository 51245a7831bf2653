import { z } from 'zod';
import { channels, messageKinds, messageStates } from './kinds.ts';

export const MessageFilter = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  kind: z
    .enum([...messageKinds, ''])
    .catch('')
    .default(''),
  state: z
    .enum([...messageStates, ''])
    .catch('')
    .default(''),
  sort: z.enum(['newest', 'oldest', 'person']).catch('newest').default('newest'),
  page: z.number().int().min(1).max(10_000).catch(1).default(1),
});
export const MessageId = z.object({ messageId: z.uuid() });

export const NoticePage = z.object({ page: z.number().int().min(1).max(10_000).catch(1).default(1) });
export const NoticeId = z.object({ noticeId: z.uuid() });

const Channel = z.enum(channels);
export const NoticeChoices = z.object({
  own: Channel,
  institution: Channel,
  organised: Channel,
  mentoring: Channel.default('mail'),
});
