import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { riskLevels } from '@tessera/core/mentoring/rules.ts';
import { RiskFields } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { RelationWays } from '~/components/mentoring/relation-ways.tsx';
import { RiskBadge } from '~/components/mentoring/risk-badge.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { ChipField } from '~/ui/chips.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = relationParams(args);
  return { ...where, ...(await api(args).mentoring.risk(where)), nonce: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  return submit(args, RiskFields, async (change) => {
    await api(args).mentoring.setRisk({ ...where, ...change });
    return redirectWithFlash(paths.relation(where.network, where.relationId), 'mentoring:risk.saved');
  });
}

export const handle: Handle = { title: (t) => t('mentoring:risk.title') };

export default function Risk() {
  const { network, relationId, canWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  return (
    <>
      <RelationWays network={network} relationId={relationId} />
      <PageHeader title={t('risk.title')} lead={t('risk.lead')} />
      {canWrite && <SetLevel />}
      <Changes />
    </>
  );
}

function SetLevel() {
  const { network, relationId, changes, seen, nonce } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const state = useTesseraForm<{ level: string; reason: string }>({
    id: 'risk',
    labels: { level: t('risk.level'), reason: t('risk.reason') },
    hints: { level: t('risk.levelHint'), reason: t('risk.reasonHint') },
    defaultValue: { level: changes[0]?.level ?? '' },
  });
  return (
    <TesseraForm state={state}>
      <input type="hidden" name="nonce" value={nonce} />
      <input type="hidden" name="seen" value={seen} />
      <ChipField
        {...state.field('level')}
        options={riskLevels.map((value) => ({ value, label: t(`risk.levels.${value}`) }))}
        chosen={[String(state.fields.level.initialValue)]}
      />
      <TextareaField {...state.field('reason')} dir="auto" rows={4} maxLength={2000} />
      <FormEnd back={paths.relation(network, relationId)} isPending={state.isPending}>
        {t('risk.save')}
      </FormEnd>
    </TesseraForm>
  );
}

function Changes() {
  const { changes, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  if (changes.length === 0) return null;
  return (
    <Section id="changes" title={t('risk.changes')}>
      <ul className="max-w-[46rem]">
        {changes.map(({ id, level, setAt, reason }) => (
          <li key={id} className="border-b border-rule py-3 first:pt-0">
            <p className="flex flex-wrap items-center gap-x-4">
              <RiskBadge level={level} />
              <span className="text-sm text-muted">{format.date(setAt, timeZone)}</span>
            </p>
            {reason && (
              <p className="mt-1 whitespace-pre-line" dir="auto">
                {reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
