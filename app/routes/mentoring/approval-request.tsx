import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { approvalKinds } from '@tessera/core/mentoring/approval-rules.ts';
import { ApprovalFields } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ApprovalBadge } from '~/components/mentoring/approval-badge.tsx';
import { RelationWays } from '~/components/mentoring/relation-ways.tsx';
import { SentGoals } from '~/components/mentoring/sent-goals.tsx';
import { readAnew } from '~/components/questions/read-anew.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = whereOf(args);
  return { ...where, ...(await api(args).mentoring.approvalForm(where)), nonce: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const where = whereOf(args);
  return submit(args, ApprovalFields, async (request) => {
    await api(args).mentoring.requestApproval({ ...where, ...request });
    return redirectWithFlash(paths.relation(where.network, where.relationId), 'mentoring:approval.sent');
  });
}

function whereOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const kind = approvalKinds.find((each) => each === args.params.what);
  if (!kind) throw new Response(null, { status: 404 });
  return { ...relationParams(args), kind };
}

// Who is told that the goals are others now has to see them.
export const shouldRevalidate = readAnew;

export const handle: Handle<typeof loader> = {
  title: (t, data) => t(`mentoring:approval.request.${data?.kind ?? 'plan'}`),
};

export default function ApprovalRequest() {
  const { network, relationId, kind, goals, newest, canRequest, hasAnswerer } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  return (
    <>
      <RelationWays network={network} relationId={relationId} />
      <PageHeader title={t(`approval.request.${kind}`)} lead={t(`approval.lead.${kind}`)} />
      {!hasAnswerer && (
        <div className="mb-6">
          <Notice tone="warning" title={t('asks.nobody')}>
            <p>{t('asks.nobodyText')}</p>
            <Link to={`${paths.network(network)}#join`} className="link inline-flex min-h-11 items-center">
              {t('asks.contact')}
            </Link>
          </Notice>
        </div>
      )}
      {newest && (
        <p className="mb-6 flex flex-wrap items-center gap-x-4">
          <ApprovalBadge state={newest.state} />
          <Link
            to={paths.mentoringApproval(network, newest.id)}
            className="link inline-flex min-h-11 items-center"
          >
            {t('approval.read')}
          </Link>
        </p>
      )}
      {kind === 'plan' && goals.length === 0 && <p className="max-w-[46rem]">{t('approval.noGoals')}</p>}
      {goals.length > 0 && <SentGoals title={t('approval.sends')} goals={goals} />}
      {canRequest && (
        <div className={goals.length > 0 ? 'mt-10' : undefined}>
          <Request />
        </div>
      )}
    </>
  );
}

function Request() {
  const { network, relationId, seen, nonce } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const state = useTesseraForm<{ words: string }>({
    id: 'approval',
    labels: { words: t('approval.words') },
    hints: { words: t('approval.wordsHint') },
    optional: ['words'],
  });
  return (
    <TesseraForm state={state}>
      <input type="hidden" name="nonce" value={nonce} />
      <input type="hidden" name="seen" value={seen} />
      <TextareaField {...state.field('words')} dir="auto" rows={3} maxLength={1000} />
      <FormEnd back={paths.relation(network, relationId)} isPending={state.isPending}>
        {t('approval.send')}
      </FormEnd>
    </TesseraForm>
  );
}
