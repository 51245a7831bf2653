import { z } from 'zod';

export const attendanceStates = ['present', 'absent', 'excused'] as const;

export const Marks = z.object({
  trainingId: z.uuid(),
  sessionId: z.uuid(),
  marks: z
    .array(z.object({ seatId: z.uuid(), state: z.enum(attendanceStates).or(z.literal('unmarked')) }))
    .min(1)
    .max(500),
});

export const ListRequest = z.object({
  trainingId: z.uuid(),
  sessionId: z.uuid(),
  languages: z.array(z.string()).min(1).max(2),
});
