import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { personParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { PersonWays } from './person-ways.tsx';

const Step = z.object({ step: z.enum(['deactivate', 'reactivate']) });

export async function loader(args: LoaderFunctionArgs) {
  const where = personParams(args);
  const { person, isSelf, canDeactivate, canReactivate } = await api(args).members.person(where);
  if (isSelf) throw refuse('not_yourself');
  if (!canDeactivate && !canReactivate) throw refuse('not_allowed');
  return { ...where, person, step: canDeactivate ? ('deactivate' as const) : ('reactivate' as const) };
}

export async function action(args: ActionFunctionArgs) {
  const where = personParams(args);
  const back = paths.member(where.network, where.personId);
  return submit(args, Step, async ({ step }) => {
    if (step === 'deactivate') {
      const { roles, trainings } = await api(args).members.deactivate(where);
      return redirectWithFlash(back, 'people:deactivation.done', { roles, trainings }, 'info');
    }
    const { roles, trainings } = await api(args).members.reactivate(where);
    return redirectWithFlash(back, 'people:deactivation.undone', { roles, trainings });
  });
}

export const handle: Handle = { title: (t) => t('people:deactivation.title') };

export default function Deactivation() {
  const { network, personId, person, step } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['people', 'common']);
  const state = useTesseraForm({ id: 'deactivation', labels: {} });
  const isEnding = step === 'deactivate';
  const back = paths.member(network, personId);
  return (
    <>
      <PersonWays code={network} personId={personId} person={person} />
      <PageHeader
        title={t(isEnding ? 'deactivation.title' : 'deactivation.undoTitle')}
        lead={t(isEnding ? 'deactivation.lead' : 'deactivation.undoLead')}
      />
      <TesseraForm state={state}>
        <input type="hidden" name="step" value={step} />
        {isEnding && (
          <div>
            <h2 className="font-semibold">{t('deactivation.effects')}</h2>
            <ul className="mt-1 list-disc ps-6">
              <li>{t('deactivation.roles')}</li>
              <li>{t('deactivation.trainings')}</li>
              <li>{t('deactivation.invitations')}</li>
              <li>{t('deactivation.kept')}</li>
            </ul>
          </div>
        )}
        <FormEnd
          back={back}
          backLabel={t(isEnding ? 'deactivation.keep' : 'common:cancel')}
          look={isEnding ? 'danger' : 'primary'}
          isPending={state.isPending}
        >
          {t(isEnding ? 'deactivation.submit' : 'deactivation.undoSubmit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
