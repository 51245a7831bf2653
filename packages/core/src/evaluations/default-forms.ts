import type { EvaluationLevel, QuestionKind } from './terms.ts';

export type DefaultQuestion = {
  name: string;
  kind: QuestionKind;
  isRequired: boolean;
  choices: readonly string[];
};

const scale = (name: string): DefaultQuestion => ({ name, kind: 'scale', isRequired: true, choices: [] });
const words = (name: string): DefaultQuestion => ({ name, kind: 'text', isRequired: false, choices: [] });

/**
 * The questions that come with the platform; their words stand in the area `questions`. A name means one thing for ever:
 * what asks for something else gets another name, because answers are counted by it.
 */
export const defaultQuestions = {
  reaction: [
    scale('overall'),
    scale('useful'),
    scale('trainer'),
    scale('organisation'),
    { name: 'pace', kind: 'one', isRequired: true, choices: ['slow', 'right', 'fast'] },
    {
      name: 'best',
      kind: 'several',
      isRequired: false,
      choices: ['content', 'exchange', 'exercises', 'materials'],
    },
    words('better'),
  ],
  learning: [scale('knowledge'), scale('apply'), scale('explain'), scale('help')],
  behaviour: [
    { name: 'used', kind: 'one', isRequired: true, choices: ['often', 'sometimes', 'once', 'never'] },
    scale('changed'),
    {
      name: 'told',
      kind: 'several',
      isRequired: false,
      choices: ['colleagues', 'management', 'elsewhere'],
    },
    {
      name: 'hindered',
      kind: 'several',
      isRequired: false,
      choices: ['time', 'means', 'support', 'occasion'],
    },
    words('example'),
  ],
} as const satisfies Record<EvaluationLevel, readonly DefaultQuestion[]>;
