import type { Shape } from '../../shape.ts';
import type { register as source } from '../en/register.ts';

export const register = {
  title: 'Persone',
  lead: 'Tutte le persone che la rete raggiunge con i suoi eventi e le sue istituzioni. Chi ha partecipato a più eventi conta una sola volta.',
  total: 'Persone in totale',
  by: 'Per categoria e provincia',
  category: 'Categoria',
  none: 'Non indicata',
  noCounty: 'Senza provincia',
  all: 'Tutte',
  veil: 'I numeri inferiori a cinque non sono mostrati, né quelli che permetterebbero di ricavarli.',
  who: {
    title: 'Chi sono',
    lead: 'Accanto ai nomi non compare alcuna categoria. Le persone il cui nome è stato rimosso restano nei dati.',
    person: 'Persona',
    institution: 'Istituzione',
    events: 'Eventi',
  },
  empty: {
    title: 'Ancora nessuna persona',
    text: 'Le persone compaiono qui quando hanno un posto in un evento o vengono importate da un file.',
    import: 'Importa persone',
  },
  few: 'meno di 5',
  hidden: 'non mostrato',
  categories: {
    public_institution: 'Istituzioni pubbliche',
    ngo: 'Organizzazioni non governative',
    private_sector: 'Settore privato',
    local_group: 'Gruppi locali',
    in_contact: 'Persone in situazione di vulnerabilità o a contatto con loro',
    volunteer: 'Volontari',
  },
} satisfies Shape<typeof source>;
