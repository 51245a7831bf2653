import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { SignatureLine } from '~/components/attendance/signature-pad.tsx';
import { PersonName } from '~/components/person-name.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { api } from '~/server/api.server.ts';
import { evidenceParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = evidenceParams(args);
  const { training, signatures } = await api(args).attendance.evidence(where);
  const signed = signatures.find(({ id }) => id === where.evidenceId);
  if (!signed) throw refuse('not_found');
  const { givenName, familyName, nameOrder } = signed;
  return { ...where, training, person: { givenName, familyName, nameOrder } };
}

/** Opening is a change: it leaves an entry. So the answer stands on the page and under no address. */
export async function action(args: ActionFunctionArgs) {
  return { signature: await api(args).attendance.openSignature(evidenceParams(args)) };
}

export const handle: Handle = { title: (t) => t('attendance:evidence.show') };

export default function ShownSignature() {
  const { network, training, sessionId, person } = useLoaderData<typeof loader>();
  const opened = useActionData<typeof action>();
  const { t } = useTranslation('attendance');
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={training.title}
        title={<PersonName {...person} />}
        lead={opened ? undefined : t('evidence.showLead')}
      />
      {opened && <Shown />}
      <Form method="post">
        <ButtonRow>
          {!opened && <Button look="primary">{t('evidence.showSubmit')}</Button>}
          <LinkButton to={paths.attendanceEvidence(network, training.id, sessionId)}>
            {t('evidence.title')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </>
  );
}

function Shown() {
  const opened = useActionData<typeof action>();
  const { t } = useTranslation('attendance');
  const signature = opened?.signature;
  return (
    <div className="mb-8">
      {!signature && <Notice title={t('evidence.gone')} />}
      {signature && 'path' in signature && (
        <svg
          viewBox="0 0 600 200"
          role="img"
          aria-label={t('evidence.proofs.drawn_signature')}
          className="block aspect-3/1 w-full max-w-[38rem] rounded-tile border border-edge bg-surface"
        >
          <SignatureLine path={signature.path} />
        </svg>
      )}
      {signature && 'name' in signature && (
        <Notice title={t('evidence.typed')}>
          <span translate="no">{signature.name}</span>
        </Notice>
      )}
    </div>
  );
}
