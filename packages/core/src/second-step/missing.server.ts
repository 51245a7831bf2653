import type { PlaceOfPerson } from '@tessera/db/needs.server.ts';
import { grantOf } from '../networks/resolve.server.ts';
import { lacksSecondStep } from './rules.ts';

/** Whether a place of somebody asks a second step of them that they do not have. */
export function isSecondStepMissing({ settings, roles, hasSecondStep }: PlaceOfPerson): boolean {
  return lacksSecondStep({ settings: settings ?? [] }, roles.map(grantOf), hasSecondStep);
}
