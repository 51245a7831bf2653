import type { Shape } from '../../shape.ts';
import type { indicators as source } from '../en/indicators.ts';

export const indicators = {
  title: 'A mentoria em números',
  lead: 'O que os programas desta rede alcançam, contado a partir dos seus registos.',
  code: 'Código',
  name: 'Indicador',
  value: 'Valor',
  counted: 'Contagem',
  all: 'Todos os indicadores',
  target: 'Meta: {{target}}',
  few: 'menos de 5',
  hidden: 'não mostrado',
  veil: 'Os números de um a quatro não são mostrados, nem os que permitiriam deduzi-los.',
  empty: 'Ainda não há programas de mentoria',
  emptyText: 'Os números aparecem aqui assim que um programa começar.',
  picture: 'Sessões e objetivos',
  sessions: 'Sessões realizadas: {{held}} de {{due}}',
  goals: 'Objetivos alcançados pelo menos em parte: {{reached}} de {{goals}}',
  names: {
    leaders: 'Líderes nos programas',
    themes: 'Temas da formação de líderes',
    'BG-03': 'Líderes capacitados/as: trabalharam com mentor/a numa questão própria',
    'BG-04': 'Iniciativas concluídas',
    people_reached: 'Pessoas alcançadas por iniciativas concluídas',
    'ME-01': 'Relações a decorrer',
    'ME-02': 'Sessões realizadas, das previstas',
    'ME-03': 'Objetivos alcançados pelo menos em parte',
    'ME-04': 'Relações terminadas antes do prazo',
    'ME-05': 'Líderes por mentor/a',
  },
} satisfies Shape<typeof source>;
