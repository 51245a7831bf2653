import { institutions } from './data/institutions.ts';
import { type Generated, nameDealer, slug } from './data/names.ts';
import { demoEmail } from './logins.ts';

export type Colleague = Pick<Generated, 'givenName' | 'familyName' | 'nameOrder'> & {
  email: string;
  jobTitle: string;
};

const staffSize = 4;
let dealt: Map<string, Colleague[]> | undefined;

/** The people whom an institution sends to trainings; they have no login. Always the same ones. */
export function staffOf(key: string): Colleague[] {
  dealt ??= deal();
  return dealt.get(key) ?? [];
}

function deal(): Map<string, Colleague[]> {
  const next = nameDealer();
  return new Map(
    institutions.map(({ key, origins }, turn) => [
      key,
      Array.from({ length: staffSize }, (_, index): Colleague => {
        const { givenName, familyName, nameOrder, jobTitle } = next(
          origins[(turn + index) % origins.length] ?? 'ro',
        );
        return {
          givenName,
          familyName,
          nameOrder,
          jobTitle,
          email: demoEmail(`${slug(givenName)}.${slug(familyName)}.${key}`),
        };
      }),
    ]),
  );
}
