import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readableCode } from '@tessera/core/attendance/rules.ts';
import { qrSvg } from '@tessera/documents/qr.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { SeatCode } from '~/components/checkin/seat-code.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { When } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { seatParams } from '~/server/params.server.ts';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

/** The code of a seat for the door, with the link of its mail. */
export async function loader(args: LoaderFunctionArgs) {
  const { code, ...event } = await api(args).attendance.passByLink({
    ...seatParams(args),
    token: args.params.token ?? '',
  });
  return { ...event, pass: code && { code: readableCode(code), svg: qrSvg(code) } };
}

export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex, nofollow' }];

export const handle: Handle = { title: (t) => t('checkin:pass.title') };

export default function Pass() {
  const { pass, title, venue, startsAt, endsAt, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation('checkin');
  return (
    <>
      <PageHeader eyebrow={title} title={t('pass.title')} lead={pass && t('pass.text')}>
        <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
          <When startsAt={startsAt} endsAt={endsAt} timeZone={timeZone} withTimes />
          {venue && <span>{venue}</span>}
        </p>
      </PageHeader>
      {pass ? <SeatCode {...pass} /> : <Notice title={t('pass.none')} />}
    </>
  );
}
