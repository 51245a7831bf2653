import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { InitiativeDecision } from '@tessera/core/initiatives/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { InitiativeWays } from '~/components/initiatives/initiative-ways.tsx';
import { textOf } from '~/components/initiatives/text-of.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { initiativeParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

const Decision = InitiativeDecision.omit({ initiativeId: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = initiativeParams(args);
  const { texts, decisions, cents, currency } = await api(args).initiatives.one(where);
  if (decisions.length === 0) throw redirect(paths.initiative(where.network, where.initiativeId));
  const title = textOf(texts, [args.context.language])?.title ?? '';
  return { ...where, title, decisions, cents, currency };
}

export async function action(args: ActionFunctionArgs) {
  const where = initiativeParams(args);
  return submit(args, Decision, async (input) => {
    await api(args).initiatives.decide({ ...where, ...input });
    return redirectWithFlash(
      paths.initiative(where.network, where.initiativeId),
      input.decision === 'approve' ? 'initiatives:approved' : 'initiatives:returned',
    );
  });
}

export const handle: Handle = { title: (t) => t('initiatives:decision.title') };

export default function DecisionPage() {
  const { network, initiativeId, title, decisions, cents, currency } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  const format = useFormats();
  const state = useTesseraForm<{ decision: string; comment: string }>({
    id: 'decision',
    labels: { decision: t('decision.title'), comment: t('decision.comment') },
    hints: { comment: t('decision.commentHint') },
    optional: ['comment'],
    defaultValue: { decision: decisions[0] ?? '' },
  });
  return (
    <>
      <InitiativeWays initiative={{ id: initiativeId, title }} />
      <PageHeader
        eyebrow={title}
        title={t('decision.title')}
        lead={t('decision.lead', { amount: format.money({ amountMinor: cents, currency }) })}
      />
      <TesseraForm state={state}>
        <RadioField
          {...state.field('decision')}
          options={decisions.map((value) => ({ value, label: t(`decision.${value}`) }))}
        />
        <TextareaField {...state.field('comment')} rows={4} maxLength={1000} />
        <FormEnd back={paths.initiative(network, initiativeId)} isPending={state.isPending}>
          {t('decision.submit')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
