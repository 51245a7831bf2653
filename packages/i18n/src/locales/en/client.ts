import { attendance } from './attendance.ts';
import { certificates } from './certificates.ts';
import { common } from './common.ts';
import { dev } from './dev.ts';
import { errors } from './errors.ts';
import { identity } from './identity.ts';
import { institutions } from './institutions.ts';
import { networks } from './networks.ts';
import { operator } from './operator.ts';
import { seats } from './seats.ts';
import { shell } from './shell.ts';
import { trainings } from './trainings.ts';

export const en = {
  common,
  shell,
  identity,
  networks,
  institutions,
  trainings,
  seats,
  attendance,
  certificates,
  errors,
  operator,
  dev,
};
