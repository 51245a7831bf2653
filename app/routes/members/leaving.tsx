import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DomainError } from '@tessera/core/errors.ts';
import { PersonId } from '@tessera/core/members/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { answerTo, refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { name, viewer } = await api(args).networks.shell(networkParams(args));
  const { actor } = args.context.core;
  if (!actor) throw answerTo(new DomainError('sign_in_needed'), args.request);
  if (!viewer?.isMember) throw refuse('not_found');
  return { name, personId: actor.personId };
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, PersonId, async (input) => {
    await api(args).members.leave({ ...networkParams(args), ...input });
    return redirectWithFlash(paths.account(), 'people:account.left', {}, 'info');
  });
}

export const handle: Handle = { title: (t) => t('people:account.leaveTitle') };

export default function Leaving() {
  const { name, personId } = useLoaderData<typeof loader>();
  const { t } = useTranslation('people');
  const state = useTesseraForm({ id: 'leaving', labels: {} });
  return (
    <>
      <PageHeader title={t('account.leaveTitle')} lead={t('account.leaveLead', { network: name })} />
      <TesseraForm state={state}>
        <input type="hidden" name="personId" value={personId} />
        <p className="max-w-[40rem]">{t('account.leaveText')}</p>
        <FormEnd
          back={paths.account()}
          backLabel={t('account.stay')}
          look="danger"
          isPending={state.isPending}
        >
          {t('account.leaveSubmit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
