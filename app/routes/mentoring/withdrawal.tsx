import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isEndOfMentee, type MenteeState } from '@tessera/core/mentoring/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { profiles } = await api(args).mentoring.myself(where);
  const own = profiles.find(({ id }) => id === args.params.mentee);
  if (!own || isEndOfMentee(own.state as MenteeState)) throw refuse('not_found');
  return { ...where, programmeTitle: own.programmeTitle };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, z.object({}), async () => {
    await api(args).mentoring.withdraw({ ...where, menteeId: args.params.mentee ?? '' });
    return redirectWithFlash(paths.mentoringMe(where.network), 'mentoring:me.withdrawn', {}, 'info');
  });
}

export const handle: Handle = { title: (t) => t('mentoring:me.withdrawTitle') };

export default function Withdrawal() {
  const { network, programmeTitle } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const state = useTesseraForm({ id: 'withdrawal', labels: {} });
  return (
    <>
      <PageHeader eyebrow={programmeTitle} title={t('me.withdrawTitle')} lead={t('me.withdrawLead')} />
      <TesseraForm state={state}>
        <p className="max-w-[40rem]">{t('me.withdrawText')}</p>
        <FormEnd
          back={paths.mentoringMe(network)}
          backLabel={t('me.stay')}
          look="danger"
          isPending={state.isPending}
        >
          {t('me.withdrawSubmit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
