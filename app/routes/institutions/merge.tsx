import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { MergeChoice, MergePair } from '@tessera/core/institutions/schema.ts';
import { mergeFields } from '@tessera/core/institutions/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { InstitutionWays } from '~/components/institutions/institution-ways.tsx';
import { MergeFields } from '~/components/institutions/merge-fields.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { institutionParams } from '~/server/params.server.ts';
import { domainErrorOf, refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

const Choice = MergeChoice.extend(MergePair.pick({ otherInstitutionId: true }).shape);

export async function loader(args: LoaderFunctionArgs) {
  const where = institutionParams(args);
  const call = api(args).institutions;
  const { id, name, may } = await call.page(where);
  if (!may.merge) throw refuse('not_allowed');
  const other = new URL(args.request.url).searchParams.get('with') ?? '';
  const options = (await call.options(where)).filter((option) => option.id !== id);
  const preview = other ? await previewOf(args, { ...where, otherInstitutionId: other }) : null;
  return { network: where.network, institution: { id, name }, other, options, preview };
}

async function previewOf(
  args: LoaderFunctionArgs,
  pair: { network: string; institutionId: string; otherInstitutionId: string },
) {
  try {
    return { ...(await api(args).institutions.mergePreview(pair)), refusal: null };
  } catch (thrown) {
    const refusal = domainErrorOf(thrown);
    if (!refusal || !isForThisPage(refusal.code)) throw thrown;
    return { winner: null, loser: null, counts: null, refusal: refusal.code };
  }
}

const shownHere = ['institution_kept_elsewhere', 'institution_merged', 'merge_with_itself'] as const;

function isForThisPage(code: string): code is (typeof shownHere)[number] {
  return shownHere.some((known) => known === code);
}

export async function action(args: ActionFunctionArgs) {
  const where = institutionParams(args);
  return submit(args, Choice, async (choice) => {
    await api(args).institutions.merge({ ...where, ...choice });
    return redirectWithFlash(
      paths.institution(where.network, where.institutionId),
      'institutions:merge.done',
    );
  });
}

export const handle: Handle = { title: (t) => t('institutions:merge.title') };

export default function MergeInstitutions() {
  const { network, institution, other, options, preview } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['institutions', 'common']);
  return (
    <>
      <InstitutionWays institution={institution} />
      <PageHeader eyebrow={institution.name} title={t('merge.title')} lead={t('merge.lead')} />
      <Section id="other" title={t('merge.other')} lead={t('merge.otherLead')}>
        <Form method="get" className="flex max-w-[36rem] flex-wrap items-end gap-3">
          <div className="w-full min-w-0 text-sm sm:w-auto sm:grow">
            <label htmlFor="merge-with" className="mb-1 block font-semibold">
              {t('directory.name')}
            </label>
            <select id="merge-with" name="with" defaultValue={other} className="control">
              <option value="">{t('form.choose')}</option>
              {options.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <Button>{t('merge.compare')}</Button>
        </Form>
      </Section>
      {preview?.refusal && (
        <div className="mt-8">
          <Notice tone="warning" title={t('merge.notPossible')}>
            {t(`merge.refusals.${preview.refusal as (typeof shownHere)[number]}`)}
          </Notice>
        </div>
      )}
      {preview?.winner && preview.loser && (
        <div className="mt-12">
          <Preview
            key={preview.loser.id}
            network={network}
            preview={{ winner: preview.winner, loser: preview.loser, counts: preview.counts }}
          />
        </div>
      )}
    </>
  );
}

type Shown = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['preview']>;
type Side = NonNullable<Shown['winner']>;

function Preview({
  network,
  preview: { winner, loser, counts },
}: {
  network: string;
  preview: { winner: Side; loser: Side; counts: Shown['counts'] };
}) {
  const { t } = useTranslation(['institutions', 'common']);
  const format = useFormats();
  const state = useTesseraForm<Record<string, string>>({
    id: 'merge',
    labels: { otherInstitutionId: t('merge.other'), ...fieldLabels(t) },
  });
  const isStopped = counts !== null && (counts.holdBoth > 0 || counts.clashes > 0);
  const moving = counts
    ? ([
        ['staff', counts.staff],
        ['invitations', counts.invitations],
        ['registrations', counts.registrations],
        ['seats', counts.seats],
        ['participants', counts.participants],
        ['certificates', counts.certificates],
        ['networks', counts.moves],
      ] as const)
    : [];
  return (
    <TesseraForm state={state}>
      <Section id="values" title={t('merge.values')} lead={t('merge.valuesLead')} layout="full">
        <input type="hidden" name="otherInstitutionId" value={loser.id} />
        <MergeFields winner={winner} loser={loser} />
      </Section>
      <Section id="moving" title={t('merge.moving')} lead={t('merge.movingLead')}>
        <DefinitionList
          entries={moving.map(([what, number]) => ({
            term: t(`merge.counts.${what}`),
            value: <span className="tabular-nums">{format.number(number)}</span>,
          }))}
        />
        {counts && isStopped && (
          <div className="mt-6">
            <Notice tone="warning" title={t('merge.notPossible')}>
              {counts.holdBoth > 0 && (
                <p>{t('merge.heldByBoth', { number: format.number(counts.holdBoth) })}</p>
              )}
              {counts.clashes > 0 && <p>{t('merge.clashes', { number: format.number(counts.clashes) })}</p>}
            </Notice>
          </div>
        )}
      </Section>
      <ButtonRow>
        {!isStopped && (
          <Button look="danger" isPending={state.isPending}>
            {t('merge.submit')}
          </Button>
        )}
        <LinkButton to={paths.institution(network, winner.id)}>{t('common:cancel')}</LinkButton>
      </ButtonRow>
    </TesseraForm>
  );
}

function fieldLabels(t: (key: `merge.fields.${(typeof mergeFields)[number]}`) => string) {
  return Object.fromEntries(mergeFields.map((field) => [field, t(`merge.fields.${field}`)]));
}
