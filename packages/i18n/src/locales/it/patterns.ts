import type { Shape } from '../../shape.ts';
import type { patterns as source } from '../en/patterns.ts';

export const patterns = {
  tab: 'Modello',
  title: 'Iniziare come un’altra rete',
  lead: 'Una nuova rete non deve partire da zero. Si possono copiare impostazioni, moduli e contenuti di un’altra rete; persone, istituzioni, iscrizioni e dati riservati mai.',
  start: {
    title: 'Copiare da una rete',
    source: 'Come la rete',
    choose: 'Scegli',
    noSources:
      'Lei non coordina altre reti. Qui si possono copiare solo le reti di cui gestisce le impostazioni.',
    like: 'Copia da: {{network}}',
    kinds: 'Che cosa si copia',
    kindsHint: 'Ciò che esiste già resta com’è.',
    submit: 'Copia',
    empty: 'Inizia vuota',
    operatorHint:
      'Solo le reti che si offrono come modello. Chi coordina la nuova rete viene a sapere che cosa è stato copiato.',
    counted: '{{kind}}: {{number}}',
  },
  kinds: {
    settings: 'Impostazioni e moduli',
    look: 'Colore e lingue',
    retention: 'Periodi di conservazione',
    consents: 'Testi dei consensi',
    forms: 'Questionari di valutazione',
    certificates: 'Testi degli attestati',
    trainings: 'Formazioni',
    mentoring: 'Programmi di mentoring',
    library: 'Biblioteca',
  },
  hints: {
    consents: 'Attendono finché non approva ciascuno di essi.',
    certificates: 'Senza il nome di chi firma.',
    trainings: 'Come bozze, senza persone né luoghi. Le date sono provvisorie, tra sei mesi.',
    mentoring: 'In preparazione, con piani, moduli e accordi; senza persone né date.',
    library: 'Come bozze, con i loro file. Solo ciò che appartiene alla rete stessa.',
  },
  settings: {
    evaluation: {
      levels: 'Questionari di una formazione',
      open_days: 'Giorni in cui i questionari sono aperti',
      days_before: 'Giorni di preavviso prima del questionario successivo',
    },
    care: {
      emergency_numbers: 'Numeri di emergenza',
    },
  },
  look: {
    accent: 'Colore',
    languages: 'Lingue',
    tree: 'Da quale lingua si traduce ciascuna',
  },
  states: {
    running: 'in corso',
    done: 'completata',
    failed: 'interrotta',
    undone: 'annullata',
  },
  failures: {
    not_allowed: 'Lei non può più leggere l’altra rete o modificare questa. Non si copia altro.',
    network_closed: 'Questa rete al momento non può essere modificata. Non si copia altro.',
  },
  reasons: {
    there_already: 'Questa rete ha già qualcosa di proprio.',
    refused: 'Non si adatta a questa rete.',
    link: 'Questo link porta a qualcosa che non è stato copiato. Lo verifichi.',
    shared:
      'Un partner lo condivide con l’altra rete. Per leggerlo qui, proponga un partenariato al proprietario.',
    institution: 'Appartiene a un’istituzione dell’altra rete. Si rivolga a tale istituzione.',
    file_gone: 'Il file non c’era più.',
  },
  runs: {
    title: 'Copie finora',
    at: 'Richiesta il',
    state: 'Stato',
  },
  offer: {
    title: 'Fare da modello',
    label: 'Questa rete può essere scelta come modello',
    hint: 'Quando il gestore fonda una rete, questa può iniziare con una copia delle Sue impostazioni, moduli, bozze e biblioteca. Il gestore non ne vede nulla.',
    save: 'Salva',
    saved: 'Salvato.',
  },
  report: {
    title: 'Copia di una rete',
    of: 'Copiato da {{network}}',
    running: 'La copia è in corso',
    progress: 'Completato: {{percent}} %',
    stopped: 'La copia si è fermata',
    again: 'Riprendi',
    waiting: 'In attesa della Sua approvazione',
    waitingLead: 'Nessuno viene interpellato prima che Lei abbia letto e approvato il testo.',
    take: 'Usa questo testo',
    takeOf: 'Usa questo testo: {{wording}}',
    taken: 'D’ora in poi si chiede con questo testo.',
    copied: 'Copiato',
    left: 'Non copiato o da verificare',
    none: 'Nulla.',
    thing: 'Che cosa',
    reason: 'Perché',
    kind: 'Tipo',
  },
  undo: {
    title: 'Annullare la copia',
    lead: 'Tutto ciò che è stato copiato viene rimosso. I testi che ha approvato restano.',
    keep: 'Conserva',
    submit: 'Annulla la copia',
    blocked: 'Nulla è stato annullato, perché nel frattempo è stato modificato:',
    done: 'La copia è annullata.',
    blocker: '{{kind}}: {{title}}',
  },
  events: {
    pattern: {
      offered: 'Ha cambiato se la rete può fare da modello',
      asked: 'Ha richiesto una copia di un’altra rete',
      copied: 'Un’altra rete è stata copiata',
      stopped: 'La copia di un’altra rete si è fermata',
      undone: 'Ha annullato la copia di un’altra rete',
    },
  },
} satisfies Shape<typeof source>;
