import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { env } from '@tessera/env/env.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { absolute, paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { AccountWays } from '~/components/account-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { FeedAddress } from '~/components/trainings/feed-address.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button } from '~/ui/button.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

const Change = z.object({ change: z.enum(['renew', 'end']) });

export async function loader(args: LoaderFunctionArgs) {
  const key = await api(args).calendars.key();
  return {
    key: key && {
      address: absolute(env().appUrl, paths.ownCalendar(key.id, key.token)),
      createdAt: key.createdAt,
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, Change, async ({ change }) => {
    const calendars = api(args).calendars;
    if (change === 'end') {
      await calendars.endKey();
      return redirectWithFlash(paths.accountCalendar(), 'catalogue:own.ended');
    }
    await calendars.renewKey();
    return redirectWithFlash(paths.accountCalendar(), 'catalogue:own.made');
  });
}

export const handle: Handle = { title: (t) => t('catalogue:own.title') };

export default function OwnCalendar() {
  const { key } = useLoaderData<typeof loader>();
  const { t } = useTranslation('catalogue');
  const format = useFormats();
  return (
    <>
      <AccountWays />
      <PageHeader title={t('own.title')} lead={t('own.lead')} />
      {key ? (
        <>
          <Section id="address" title={t('own.address')}>
            <FeedAddress address={key.address} />
            <p className="mt-3 text-sm text-muted">
              {t('own.since', { moment: format.dateTime(key.createdAt, 'UTC') })}
            </p>
          </Section>
          <Section id="change" title={t('own.change')} lead={t('own.changeLead')}>
            <Form method="post" className="flex flex-wrap gap-4">
              <Button name="change" value="renew">
                {t('own.renew')}
              </Button>
              <Button name="change" value="end" look="danger">
                {t('own.end')}
              </Button>
            </Form>
          </Section>
        </>
      ) : (
        <Form method="post">
          <p className="mb-4 max-w-[44rem] text-muted">{t('own.secret')}</p>
          <Button name="change" value="renew" look="primary">
            {t('own.make')}
          </Button>
        </Form>
      )}
    </>
  );
}
