// The vocabulary of evaluations, apart from the schemas so that a browser gets the words without the validation.

/** What a training can ask. Level 4 of the usual four, the result, is a link and no questionnaire. */
export const evaluationLevels = ['reaction', 'learning', 'behaviour'] as const;
export type EvaluationLevel = (typeof evaluationLevels)[number];

/** The questionnaires in the order of their time. Learning is asked twice with the same questions. */
export const evaluationStages = ['before', 'reaction', 'after', 'behaviour'] as const;
export type EvaluationStage = (typeof evaluationStages)[number];

export const questionKinds = ['scale', 'one', 'several', 'text'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** The steps of a scale, from the least to the most. */
export const scaleSteps = ['1', '2', '3', '4', '5'] as const;
export const scaleEnds = ['1', '5'] as const;

const levels: Record<EvaluationStage, EvaluationLevel> = {
  before: 'learning',
  reaction: 'reaction',
  after: 'learning',
  behaviour: 'behaviour',
};

export function levelOf(stage: EvaluationStage): EvaluationLevel {
  return levels[stage];
}

/** The questionnaires of some levels, in the order of their time. */
export function stagesOf(chosen: readonly string[]): EvaluationStage[] {
  return evaluationStages.filter((stage) => chosen.includes(levels[stage]));
}
