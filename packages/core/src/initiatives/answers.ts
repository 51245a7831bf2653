import { z } from 'zod';

const Photo = z.object({ id: z.string(), words: z.string() });

/** Answers of the public interface; a field that is not named here never leaves. */
export const StoryList = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    question: z.string(),
    language: z.string(),
    publishedAt: z.date(),
    photo: Photo.nullable(),
  }),
);

export const StoryAnswer = z.object({
  id: z.string(),
  title: z.string(),
  question: z.string(),
  body: z.string(),
  language: z.string(),
  teamSize: z.number().int(),
  reached: z.number().int().nullable(),
  publishedAt: z.date(),
  photos: z.array(Photo),
});
