import type { Shape } from '../../shape.ts';
import type { common as source } from '../en/common.ts';

export const common = {
  appName: 'Tessera',
  save: 'Guardar',
  cancel: 'Cancelar',
  back: 'Voltar',
  close: 'Fechar',
  search: 'Pesquisar',
  filter: 'Filtrar',
  allFilters: 'Todos os filtros',
  clearFilters: 'Limpar filtros',
  all: 'Todos',
  yes: 'Sim',
  no: 'Não',
  none: 'Nenhum',
  optional: 'facultativo',
  required: 'obrigatório',
  actions: 'Ações',
  more: 'Mais',
  undo: 'Anular',
  download: 'Descarregar',
  print: 'Imprimir',
  total: 'Total',
  text: {
    inLanguage: 'Em {{language}}, ainda não na sua língua',
    byMachine: 'Tradução automática, ainda não revista',
  },
  pagination: {
    label: 'Páginas',
    previous: 'Página anterior',
    next: 'Página seguinte',
    status: 'Página {{page}} de {{pages}}',
  },
  results_one: '{{count}} resultado',
  results_many: '{{count}} de resultados',
  results_other: '{{count}} resultados',
} satisfies Shape<typeof source>;
