import type { Shape } from '../../shape.ts';
import type { badges as source } from '../en/badges.ts';

export const badges = {
  download: 'Guardar como Open Badge (JSON)',
  title: 'O mesmo como insígnia digital',
  text: 'Um ficheiro assinado segundo o Open Badges 3.0, para uma carteira digital ou um portefólio. Contém o que está aqui, incluindo o nome ou as iniciais, e há programas que podem verificar se é autêntico e ainda válido.',
  criteria: {
    halfDays: 'Presença em pelo menos {{share}} das meias jornadas.',
    minutes: 'Presença em pelo menos {{share}} do tempo.',
  },
} satisfies Shape<typeof source>;
