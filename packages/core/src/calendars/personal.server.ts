import { ownCalendar } from '@tessera/db/calendars.server.ts';
import { placesOfPerson } from '@tessera/db/needs.server.ts';
import { inScope, runInEach } from '@tessera/db/scope.server.ts';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import type { z } from 'zod';
import type { RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { isLinkToken } from '../identity/secrets.server.ts';
import { grantOf } from '../networks/resolve.server.ts';
import { reachOf } from '../permissions.ts';
import { lacksSecondStep } from '../second-step/rules.ts';
import { isModuleOn } from '../settings/modules.ts';
import type { CalendarKey } from './schema.ts';

const day = 86_400_000;

/**
 * What a secret address opens, without a session: the person's own seats in all their networks, what they lead, and for
 * coordinators all events of their network. Three messages to the database, whatever the number of networks.
 * @throws DomainError not_found for an address that was renewed, ended, or belongs to nobody any more
 */
export async function personalCalendar(
  ctx: RequestContext,
  { tokenId, token }: z.output<typeof CalendarKey>,
) {
  if (!isLinkToken('calendar', tokenId, token)) throw new DomainError('not_found');
  const holder = await inScope({ door: 'identity' }, (tx) =>
    tx.prisma.loginToken.findFirst({
      where: { id: tokenId, purpose: 'calendar', expiresAt: { gt: ctx.now }, person: { state: 'active' } },
      select: { personId: true, person: { select: { language: true } } },
    }),
  );
  if (!holder) throw new DomainError('not_found');
  const { personId } = holder;
  const language = pickLanguage([holder.person.language]);
  const found = await inScope({ personId }, (tx) => tx.run(placesOfPerson(personId, ctx.now, language)));
  const places = found.filter(
    ({ kind, state, settings }) =>
      kind !== 'platform' && state === 'active' && isModuleOn({ settings: settings ?? [] }, 'calendar_feed'),
  );
  const answers = await runInEach(
    { personId },
    places.map(({ id, roles, clockOffset, settings, hasSecondStep }) => {
      const now = ctx.now.getTime() + clockOffset * 1000;
      const grants = roles.map(grantOf);
      const seesAll =
        reachOf(grants, 'registration.manage').kind === 'network' &&
        !lacksSecondStep({ settings: settings ?? [] }, grants, hasSecondStep);
      const [from, to] = [new Date(now - 365 * day), new Date(now + 730 * day)];
      return { networkId: id, statement: ownCalendar(id, personId, language, from, to, seesAll) };
    }),
  );
  return {
    language,
    trainings: answers.flat().map(({ sessions, ...training }) => ({
      ...training,
      sessions: sessions.map(({ startsAt, endsAt, ...session }) => ({
        ...session,
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
      })),
    })),
  };
}
