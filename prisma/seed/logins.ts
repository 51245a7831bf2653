import { personas } from './data/personas.ts';

export { demoPassword } from '@tessera/core/identity/demo-logins.ts';

/** The address of a mailbox of the demo; the domain exists nowhere. */
export function demoEmail(mailbox: string): string {
  return `${mailbox}@demo.example`;
}

/** The people that a visitor of the demo can sign in as, with the network in which each holds the role first. */
export const demoLogins: { email: string; role: string; network: string; name: string }[] = personas.flatMap(
  ({ mailbox, given, family, origin, roles: [first] }) =>
    first
      ? [
          {
            email: demoEmail(mailbox),
            role: first.role,
            network: first.network,
            name: origin === 'hu' ? `${family} ${given}` : `${given} ${family}`,
          },
        ]
      : [],
);
