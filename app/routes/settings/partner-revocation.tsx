import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
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
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { partners } = await api(args).partners.list(where);
  const partner = partners.find(({ code, stage }) => code === args.params.partner && stage === 'accepted');
  if (!partner) throw refuse('not_found');
  return { ...where, name: partner.name, shares: partner.shares };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, z.object({}), async () => {
    await api(args).partners.revoke({ ...where, partner: args.params.partner ?? '' });
    return redirectWithFlash(paths.partners(where.network), 'founding:partners.revoked');
  });
}

export const handle: Handle = { title: (t) => t('founding:partners.revoke') };

export default function PartnerRevocation() {
  const { network, name, shares } = useLoaderData<typeof loader>();
  const { t } = useTranslation('founding');
  const state = useTesseraForm({ id: 'revocation', labels: {} });
  const back = paths.partners(network);
  return (
    <>
      <Breadcrumbs label={t('settings.tabs')} ways={[{ to: back, label: t('partners.title') }]} />
      <PageHeader title={t('partners.revoke')} lead={t('partners.revokeText')} />
      <div className="mb-8">
        <DefinitionList
          entries={[
            { term: t('partners.partner'), value: name },
            { term: t('partners.sharesNow'), value: shares },
          ]}
        />
      </div>
      <TesseraForm state={state}>
        <FormEnd back={back} backLabel={t('partners.keep')} look="danger" isPending={state.isPending}>
          {t('partners.revoke')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
