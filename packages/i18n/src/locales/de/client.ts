import { attendance } from './attendance.ts';
import { certificates } from './certificates.ts';
import { common } from './common.ts';
import { dev } from './dev.ts';
import { errors } from './errors.ts';
import { identity } from './identity.ts';
import { networks } from './networks.ts';
import { operator } from './operator.ts';
import { seats } from './seats.ts';
import { shell } from './shell.ts';
import { trainings } from './trainings.ts';
import { transfer } from './transfer.ts';

export const de = {
  common,
  shell,
  identity,
  networks,
  trainings,
  seats,
  attendance,
  certificates,
  transfer,
  errors,
  operator,
  dev,
};
