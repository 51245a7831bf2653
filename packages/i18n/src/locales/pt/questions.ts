import type { Shape } from '../../shape.ts';
import type { questions as source } from '../en/questions.ts';

export const questions = {
  reaction: {
    overall: { text: 'Qual é a sua satisfação com a formação no seu todo?', low: 'nenhuma', high: 'muita' },
    useful: { text: 'Que utilidade tem para o seu trabalho?', low: 'nenhuma', high: 'muita' },
    trainer: { text: 'Com que clareza foram dadas as explicações?', low: 'pouca', high: 'muita' },
    organisation: { text: 'Como estava tudo organizado?', low: 'mal', high: 'muito bem' },
    pace: { text: 'Como foi o ritmo?', slow: 'Demasiado lento', right: 'Adequado', fast: 'Demasiado rápido' },
    best: {
      text: 'O que mais ajudou?',
      content: 'Os conteúdos',
      exchange: 'A conversa com outras pessoas',
      exercises: 'Os exercícios',
      materials: 'Os materiais',
    },
    better: { text: 'O que devemos fazer melhor da próxima vez?' },
  },
  learning: {
    knowledge: { text: 'Conhece bem o tema desta formação?', low: 'quase nada', high: 'muito bem' },
    apply: { text: 'Que segurança tem em usá-lo no seu trabalho?', low: 'pouca', high: 'muita' },
    explain: { text: 'Conseguiria explicá-lo bem a um/a colega?', low: 'quase nada', high: 'muito bem' },
    help: {
      text: 'Sabe bem onde encontrar ajuda e materiais?',
      low: 'quase nada',
      high: 'muito bem',
    },
  },
  behaviour: {
    used: {
      text: 'Quantas vezes usou o que aprendeu?',
      often: 'Muitas vezes',
      sometimes: 'Às vezes',
      once: 'Uma vez',
      never: 'Ainda não',
    },
    changed: { text: 'Quanto mudou a sua forma de trabalhar?', low: 'nada', high: 'muito' },
    told: {
      text: 'A quem falou do que aprendeu?',
      colleagues: 'Colegas',
      management: 'As minhas chefias',
      elsewhere: 'Outras instituições',
    },
    hindered: {
      text: 'O que dificultou?',
      time: 'Pouco tempo',
      means: 'Falta de dinheiro ou de materiais',
      support: 'Pouco apoio',
      occasion: 'Falta de ocasião',
    },
    example: { text: 'O que faz hoje de forma diferente?' },
  },
} satisfies Shape<typeof source>;
