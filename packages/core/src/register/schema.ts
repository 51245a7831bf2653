import { z } from 'zod';

export const RegisterPage = z.object({ page: z.number().int().min(1).max(100_000).default(1) });
