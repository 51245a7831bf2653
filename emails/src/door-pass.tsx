import { paths } from '@tessera/paths/paths.ts';
import { DoorPass } from './parts.tsx';
import { networkLink, type TemplateInput } from './template.ts';

/** What opens the door for the reader's own seat; `code` as people read it out. */
export type Pass = { seatId: string; token: string; code: string };

/** The code for the door at the end of a mail that confirms a seat; nothing without one. */
export function doorPass(pass: Pass | null, { t, context }: TemplateInput<unknown>) {
  if (!pass) return null;
  const { seatId, token, code } = pass;
  return (
    <DoorPass
      code={code}
      picture={networkLink(context, (network) => paths.seatPassPicture(network, seatId, token))}
      page={networkLink(context, (network) => paths.seatPass(network, seatId, token))}
      t={t}
    />
  );
}
