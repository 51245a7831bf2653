import type { Shape } from '../../shape.ts';
import type { agreements as source } from '../en/agreements.ts';

export const agreements = {
  title: 'Acordo',
  lead: 'O que mentores/as e mentorandos/as acordam, em cada língua. Cada alteração é uma nova versão; o que foi assinado fica como foi lido.',
  none: 'Ainda não há texto',
  noneText: 'Sem texto, só se anota a assinatura.',
  write: 'Escrever noutra língua',
  edit: 'Alterar o texto',
  editIn: 'Acordo em {{language}}',
  version: 'Versão {{version}} de {{date}}',
  parts: {
    confidentiality: 'O que fica entre nós e o que não pode ficar',
    places: 'Onde nos encontramos',
    hours: 'Quando nos podem contactar',
    gifts: 'Sem dinheiro, sem presentes, sem boleias',
    ending: 'Como termina',
  },
  language: 'Língua',
  save: 'Guardar o texto',
  saved: 'O texto foi guardado.',
  read: 'Ler o acordo',
  readIn: 'Lido em',
  signTitle: 'Anotar a assinatura',
  signed: 'Assinado em {{day}}; língua: {{language}}',
  signedWithout: 'Foi assinado sem um texto guardado aqui.',
  notYet: 'Primeiro aceitam ambas as partes. Depois assina-se o acordo.',
  interpreted: 'Esteve presente um/a intérprete',
  checksum: 'Soma de verificação do texto',
} satisfies Shape<typeof source>;
