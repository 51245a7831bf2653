import { attendance } from '../en/attendance.ts';
import { certificates } from '../en/certificates.ts';
import { identity } from '../en/identity.ts';
import { networks } from '../en/networks.ts';
import { seats } from '../en/seats.ts';
import { trainings } from '../en/trainings.ts';
import { common } from './common.ts';
import { dev } from './dev.ts';
import { errors } from './errors.ts';
import { operator } from './operator.ts';
import { shell } from './shell.ts';

export const hu = {
  common,
  shell,
  identity,
  networks,
  trainings,
  seats,
  attendance,
  certificates,
  errors,
  operator,
  dev,
};
