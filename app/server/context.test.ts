import { expect, test } from 'vitest';
import { openingIn } from './context.server.ts';

const trainingId = '0199c82c-c05b-72f1-aad8-5deae4903ba2';

test.each([
  ['/home', { page: 'home' }],
  ['/home.data?lang=hu', { page: 'home' }],
  ['/homes', null],
  ['/', null],
  ['/n/un', { page: 'network', code: 'un' }],
  ['/n/un.data', { page: 'network', code: 'un' }],
  ['/n/un?lang=ro', { page: 'network', code: 'un' }],
  ['/n/un/members', null],
  [`/n/un/trainings/${trainingId}`, { page: 'training', code: 'un', trainingId }],
  [`/n/un/trainings/${trainingId}.data?a=b`, { page: 'training', code: 'un', trainingId }],
  [`/n/un/trainings/${trainingId}/edit`, null],
  ['/n/un/trainings', null],
  ['/n/un/mentoring/mine', { page: 'mentor', code: 'un' }],
  ['/n/un/mentoring/mine.data?lang=bg', { page: 'mentor', code: 'un' }],
  ['/n/un/mentoring', null],
])('%s opens as %o', (path, opening) => {
  expect(openingIn(path)).toEqual(opening);
});
