import { z } from 'zod';
import { TrainingId } from '../trainings/schema.ts';
import { infoTopics } from './rules.ts';

const People = z.number().int().min(0).max(10_000);

export const HeadCount = TrainingId.extend({
  topic: z.enum(infoTopics),
  languages: z.array(z.string().min(2).max(8)).min(1).max(20),
  total: People,
  women: People,
  men: People,
  otherGender: People,
  under18: People,
  from18: People,
  from30: People,
  from55: People,
});

export const HeadCountPeriod = z.object({
  year: z.number().int().min(2000).max(2100).nullish(),
  phaseId: z.uuid().nullish(),
});
