import type { TrainingView } from '@tessera/core/trainings/queries.server.ts';

/** What the page of a training knows of it. */
export type ShownTraining = Omit<TrainingView, 'texts' | 'updatedAt' | 'sequence'>;
