import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

const linkOf = (args: LoaderFunctionArgs) => ({
  ...networkParams(args),
  sessionId: args.params.session ?? '',
  seatId: args.params.seat ?? '',
  token: args.params.token ?? '',
});

export async function loader(args: LoaderFunctionArgs) {
  return api(args).attendance.presencePage(linkOf(args));
}

export async function action(args: ActionFunctionArgs) {
  const link = linkOf(args);
  return submit(args, z.object({}), async () => {
    await api(args).attendance.confirmPresence(link);
    return redirectWithFlash(
      paths.presence(link.network, link.seatId, link.sessionId, link.token),
      'attendance:presence.thanks',
    );
  });
}

export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex, nofollow' }];

export const handle: Handle = { title: (t) => t('attendance:presence.question') };

/** Opened from the mail: shows the half-day, and keeps the answer only with the button. */
export default function Presence() {
  const { title, timeZone, session, name, until, state, givenAt } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['attendance', 'trainings']);
  const format = useFormats();
  const form = useTesseraForm({ id: 'presence', labels: {} });
  return (
    <>
      <PageHeader eyebrow={title} title={t('presence.question')} lead={t('presence.lead')} />
      <DefinitionList
        entries={[
          {
            term: t('presence.halfDay'),
            value: `${format.weekdayRange(session.startsAt, session.endsAt, timeZone)}, ${t(`trainings:halfDay.${session.halfDay}`)}`,
          },
          { term: t('presence.name'), value: name && <PersonName {...name} /> },
          { term: t('presence.until'), value: state === 'open' && format.dateTime(until, timeZone) },
        ].filter(({ value }) => value)}
      />
      <div className="mt-8">
        {state === 'open' && (
          <TesseraForm state={form}>
            <ButtonRow>
              <Button look="primary" isPending={form.isPending}>
                {t('presence.confirm')}
              </Button>
            </ButtonRow>
          </TesseraForm>
        )}
        {givenAt && (
          <Notice
            tone="success"
            title={t('presence.given', { moment: format.dateTime(givenAt, timeZone) })}
          />
        )}
        {(state === 'expired' || state === 'locked') && (
          <Notice title={t(`presence.${state}`)}>{t('presence.askOrganiser')}</Notice>
        )}
      </div>
    </>
  );
}
