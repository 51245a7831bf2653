import type { Shape } from '../../shape.ts';
import type { patterns as source } from '../en/patterns.ts';

export const patterns = {
  tab: 'Modelo',
  title: 'Começar como outra rede',
  lead: 'Uma rede nova não precisa de começar do zero. As definições, os formulários e os conteúdos de outra rede podem ser copiados; pessoas, instituições, inscrições e dados confidenciais, nunca.',
  start: {
    title: 'Copiar de uma rede',
    source: 'Como a rede',
    choose: 'Escolher',
    noSources:
      'Não coordena nenhuma outra rede. Só podem ser copiadas para aqui redes cujas definições gere.',
    like: 'Copiar de: {{network}}',
    kinds: 'O que é copiado',
    kindsHint: 'O que já existe fica como está.',
    submit: 'Copiar',
    empty: 'Começar vazia',
    operatorHint:
      'Apenas redes que se oferecem como modelo. A coordenação da nova rede fica a saber o que foi copiado.',
    counted: '{{kind}}: {{number}}',
  },
  kinds: {
    settings: 'Definições e módulos',
    look: 'Cor e línguas',
    retention: 'Prazos de conservação',
    consents: 'Textos de consentimento',
    forms: 'Formulários de avaliação',
    certificates: 'Textos dos certificados',
    trainings: 'Formações',
    mentoring: 'Programas de mentoria',
    library: 'Biblioteca',
  },
  hints: {
    consents: 'Aguardam até que aprove cada um.',
    certificates: 'Sem o nome de quem assina.',
    trainings: 'Como rascunhos, sem pessoas nem locais. As datas são provisórias, daqui a meio ano.',
    mentoring: 'Em preparação, com planos, módulos e acordos; sem pessoas nem datas.',
    library: 'Como rascunhos, com os seus ficheiros. Apenas o que pertence à própria rede.',
  },
  settings: {
    evaluation: {
      levels: 'Questionários de uma formação',
      open_days: 'Dias em que os questionários estão abertos',
      days_before: 'Dias de aviso antes do questionário posterior',
    },
    care: {
      emergency_numbers: 'Números de emergência',
    },
  },
  look: {
    accent: 'Cor',
    languages: 'Línguas',
    tree: 'De que língua se traduz cada uma',
  },
  states: {
    running: 'em curso',
    done: 'concluída',
    failed: 'interrompida',
    undone: 'anulada',
  },
  failures: {
    not_allowed: 'Já não pode ler a outra rede ou alterar esta. Nada mais é copiado.',
    network_closed: 'Esta rede não pode ser alterada neste momento. Nada mais é copiado.',
  },
  reasons: {
    there_already: 'Esta rede já tem os seus.',
    refused: 'Não se ajusta a esta rede.',
    link: 'Esta ligação leva a algo que não foi copiado. Verifique-a, por favor.',
    shared:
      'Um parceiro partilha-o com a outra rede. Para o ler aqui, proponha uma parceria ao proprietário.',
    institution: 'Pertence a uma instituição da outra rede. Contacte essa instituição.',
    file_gone: 'O ficheiro já não existia.',
  },
  runs: {
    title: 'Cópias até agora',
    at: 'Pedida em',
    state: 'Estado',
  },
  offer: {
    title: 'Ser modelo para outras',
    label: 'Esta rede pode ser escolhida como modelo',
    hint: 'Quando o operador funda uma rede, esta pode começar com uma cópia das suas definições, formulários, rascunhos e biblioteca. O operador não vê nada disso.',
    save: 'Guardar',
    saved: 'Guardado.',
  },
  report: {
    title: 'Cópia de uma rede',
    of: 'Copiado de {{network}}',
    running: 'A cópia está a ser feita',
    progress: '{{percent}} % concluído',
    stopped: 'A cópia parou',
    again: 'Continuar',
    waiting: 'Aguarda a sua aprovação',
    waitingLead: 'Ninguém é questionado antes de ter lido e aprovado o texto.',
    take: 'Usar este texto',
    takeOf: 'Usar este texto: {{wording}}',
    taken: 'A partir de agora, as pessoas são questionadas com este texto.',
    copied: 'Copiado',
    left: 'Não copiado ou a verificar',
    none: 'Nada.',
    thing: 'O quê',
    reason: 'Porquê',
    kind: 'Tipo',
  },
  undo: {
    title: 'Anular a cópia',
    lead: 'Tudo o que foi copiado é removido. Os textos que aprovou ficam.',
    keep: 'Manter',
    submit: 'Anular',
    blocked: 'Nada foi anulado, porque entretanto foi alterado:',
    done: 'A cópia está anulada.',
    blocker: '{{kind}}: {{title}}',
  },
  events: {
    pattern: {
      offered: 'Alterou se a rede pode ser modelo',
      asked: 'Pediu uma cópia de outra rede',
      copied: 'Outra rede foi copiada',
      stopped: 'A cópia de outra rede parou',
      undone: 'Anulou a cópia de outra rede',
    },
  },
} satisfies Shape<typeof source>;
