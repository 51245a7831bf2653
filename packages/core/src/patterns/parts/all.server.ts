import type { Part } from '../part.ts';
import type { PatternKind } from '../terms.ts';
import { certificatesPart } from './certificates.server.ts';
import { consentsPart } from './consents.server.ts';
import { formsPart } from './forms.server.ts';
import { libraryPart } from './library.server.ts';
import { lookPart } from './look.server.ts';
import { mentoringPart } from './mentoring.server.ts';
import { retentionPart } from './retention.server.ts';
import { settingsPart } from './settings.server.ts';
import { trainingsPart } from './trainings.server.ts';

export const parts: Record<PatternKind, Part> = {
  settings: settingsPart,
  look: lookPart,
  retention: retentionPart,
  consents: consentsPart,
  forms: formsPart,
  certificates: certificatesPart,
  trainings: trainingsPart,
  mentoring: mentoringPart,
  library: libraryPart,
};
