import type { Shape } from '../../shape.ts';
import type { questions as source } from '../en/questions.ts';

export const questions = {
  reaction: {
    overall: { text: 'Nel complesso, quanto è soddisfatto/a del corso?', low: 'per niente', high: 'molto' },
    useful: { text: 'Quanto è utile per il Suo lavoro?', low: 'per niente', high: 'molto' },
    trainer: {
      text: 'Con quanta chiarezza hanno spiegato i formatori?',
      low: 'poca chiarezza',
      high: 'molta chiarezza',
    },
    organisation: { text: 'Com’era l’organizzazione?', low: 'scarsa', high: 'ottima' },
    pace: { text: 'Com’era il ritmo?', slow: 'Troppo lento', right: 'Giusto', fast: 'Troppo veloce' },
    best: {
      text: 'Che cosa Le è stato più utile?',
      content: 'I contenuti',
      exchange: 'Il confronto con gli altri',
      exercises: 'Le esercitazioni',
      materials: 'I materiali',
    },
    better: { text: 'Che cosa dovremmo migliorare la prossima volta?' },
  },
  learning: {
    knowledge: { text: 'Quanto conosce il tema di questo corso?', low: 'pochissimo', high: 'molto bene' },
    apply: {
      text: 'Quanta sicurezza ha di saperlo applicare nel Suo lavoro?',
      low: 'poca',
      high: 'molta',
    },
    explain: {
      text: 'Quanto bene saprebbe spiegarlo a un/una collega?',
      low: 'a fatica',
      high: 'molto bene',
    },
    help: {
      text: 'Quanto bene sa dove trovare aiuto e materiali?',
      low: 'pochissimo',
      high: 'molto bene',
    },
  },
  behaviour: {
    used: {
      text: 'Quanto spesso ha utilizzato ciò che ha appreso?',
      often: 'Spesso',
      sometimes: 'Qualche volta',
      once: 'Una volta',
      never: 'Non ancora',
    },
    changed: { text: 'Quanto è cambiato il Suo modo di lavorare?', low: 'per niente', high: 'moltissimo' },
    told: {
      text: 'A chi ne ha parlato?',
      colleagues: 'Colleghe e colleghi',
      management: 'I miei superiori',
      elsewhere: 'Altre istituzioni',
    },
    hindered: {
      text: 'Che cosa lo ha reso difficile?',
      time: 'Troppo poco tempo',
      means: 'Mancanza di fondi o materiali',
      support: 'Troppo poco sostegno',
      occasion: 'Nessuna occasione',
    },
    example: { text: 'Che cosa fa oggi in modo diverso?' },
  },
} satisfies Shape<typeof source>;
