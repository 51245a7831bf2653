import type { TextKind } from '@tessera/core/translations/kinds.ts';
import { paths } from '@tessera/paths/paths.ts';

/** Where what a text belongs to stands for its readers. */
export const pageOf: Record<TextKind, (network: string, id: string) => string> = {
  network: (network) => paths.network(network),
  training: paths.training,
  programme: paths.mentoringProgramme,
  resource: (network, id) => paths.resource(network, id),
};
