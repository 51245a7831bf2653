import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { placeOf, useInstitutionWords } from '~/components/institutions/words.ts';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

const linkOf = (args: LoaderFunctionArgs) => ({
  ...networkParams(args),
  applicationId: args.params.application ?? '',
  token: args.params.token ?? '',
});

export async function loader(args: LoaderFunctionArgs) {
  return api(args).joining.confirmation(linkOf(args));
}

export async function action(args: ActionFunctionArgs) {
  const link = linkOf(args);
  return submit(args, z.object({}), async () => {
    await api(args).joining.confirm(link);
    return redirect(paths.joiningConfirmation(link.network, link.applicationId, link.token));
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) =>
    data &&
    (data.state === 'unconfirmed'
      ? t('joining:confirmation.title')
      : t(`joining:confirmation.${data.state}`)),
};

/** Opened from the mail: shows what was typed, and sends it to the coordinators only with the button. */
export default function Confirmation() {
  const { state, name, email, person, reason, ...card } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['joining', 'institutions', 'registering']);
  const words = useInstitutionWords();
  const form = useTesseraForm({ id: 'confirmation', labels: {} });
  const isUnconfirmed = state === 'unconfirmed';
  const lead = {
    unconfirmed: t('confirmation.lead'),
    applied: t('confirmation.openText'),
    under_review: t('confirmation.openText'),
    admitted: t('confirmation.admittedText'),
    declined: t('confirmation.declinedText', { reason }),
  }[state];
  return (
    <>
      <PageHeader
        eyebrow={useNetwork()?.name}
        title={isUnconfirmed ? t('confirmation.title') : t(`confirmation.${state}`)}
        lead={lead}
      />
      <DefinitionList
        entries={[
          { term: t('ask.name'), value: name },
          { term: t('institutions:directory.kind'), value: words.kind(card.kind) },
          { term: t('institutions:directory.place'), value: placeOf(card) },
          { term: t('ask.contact'), value: <PersonName {...person} /> },
          { term: t('registering:guest.email'), value: email },
        ]}
      />
      {isUnconfirmed && (
        <div className="mt-8">
          <TesseraForm state={form}>
            <Button look="primary" isPending={form.isPending}>
              {t('confirmation.button')}
            </Button>
          </TesseraForm>
        </div>
      )}
    </>
  );
}
