import { z } from 'zod';
import { CatalogueAnswer } from '../trainings/answers.ts';

const { trainings, total, page, pages } = CatalogueAnswer.shape;

/** Answer of the public interface; a field that is not named here never leaves. */
export const EventsAnswer = z.object({
  total,
  page,
  pages,
  trainings: z.array(
    trainings.element.omit({ isShared: true, sharedBy: true }).extend({ hostName: z.string() }),
  ),
});
