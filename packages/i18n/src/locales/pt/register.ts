import type { Shape } from '../../shape.ts';
import type { register as source } from '../en/register.ts';

export const register = {
  title: 'Pessoas',
  lead: 'Todas as pessoas que a rede alcança através dos seus eventos e instituições. Quem esteve em vários eventos conta uma vez.',
  total: 'Total de pessoas',
  by: 'Por categoria e distrito',
  category: 'Categoria',
  none: 'Não indicada',
  noCounty: 'Sem distrito',
  all: 'Todas',
  veil: 'Os números abaixo de cinco não são mostrados, nem os que permitiriam deduzi-los.',
  who: {
    title: 'Quem são',
    lead: 'Nenhuma categoria aparece junto a um nome. As pessoas cujo nome foi removido continuam nos números.',
    person: 'Pessoa',
    institution: 'Instituição',
    events: 'Eventos',
  },
  empty: {
    title: 'Ainda ninguém',
    text: 'As pessoas aparecem aqui quando têm vaga num evento ou são importadas de um ficheiro.',
    import: 'Importar pessoas',
  },
  few: 'menos de 5',
  hidden: 'não mostrado',
  categories: {
    public_institution: 'Instituições públicas',
    ngo: 'Organizações não governamentais',
    private_sector: 'Setor privado',
    local_group: 'Grupos locais',
    in_contact: 'Pessoas em situação vulnerável ou em contacto com elas',
    volunteer: 'Voluntários/as',
  },
} satisfies Shape<typeof source>;
