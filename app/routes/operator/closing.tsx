import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { waitDays } from '@tessera/core/closing/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { Blockers, useMegabytes } from '~/components/closing/contents.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

const Decision = z.object({ step: z.enum(['confirm', 'withdraw']) });

export async function loader(args: LoaderFunctionArgs) {
  return api(args).closing.operatorOne({ address: args.params.network ?? '' });
}

export async function action(args: ActionFunctionArgs) {
  const address = args.params.network ?? '';
  const { closing } = api(args);
  await closing.operatorOne({ address });
  return submit(args, Decision, async ({ step }) => {
    if (step === 'confirm') {
      await closing.confirmAsOperator({ address });
      return redirectWithFlash(paths.operatorClosing(address), 'closing:confirm.done', {}, 'warning');
    }
    await closing.withdrawAsOperator({ address });
    return redirectWithFlash(paths.operatorNetwork(address), 'closing:withdraw.done');
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => t('closing:operator.title', { network: data?.closing.code ?? '' }),
};

export default function OperatorClosing() {
  const { closing, counts } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['closing', 'founding', 'operator']);
  const format = useFormats();
  const size = useMegabytes();
  const { code, state, reason, askedAt, deleteAfter, closedAt, downloads, confirmedAt } = closing;
  const at = (date: Date | null) => date && `${format.dateTime(date, 'UTC')} UTC`;
  const isOpen = state === 'asked' || state === 'confirmed';
  return (
    <>
      <Breadcrumbs
        label={t('founding:operator.tabs')}
        ways={[
          { to: paths.operator(), label: t('operator:title') },
          { to: paths.operatorNetwork(code), label: code },
        ]}
      />
      <PageHeader title={t('operator.title', { network: code })} lead={t('operator.lead')} />
      <Section id="now" title={t('now.title')}>
        <DefinitionList
          entries={[
            { term: t('operator.section'), value: t(`now.${state === 'withdrawn' ? 'asked' : state}`) },
            { term: t('now.reason'), value: reason },
            { term: t('now.askedOn'), value: at(askedAt) },
            { term: t('now.deleteAfter'), value: deleteAfter && isOpen && at(deleteAfter) },
            { term: t('now.downloads'), value: confirmedAt && downloads },
            { term: t('operator.closedOn'), value: at(closedAt) },
            { term: t('operator.rows'), value: counts && format.number(counts.rows) },
            {
              term: t('goes.files'),
              value:
                counts &&
                t('goes.filesText', {
                  number: format.number(counts.files.count),
                  size: size(counts.files.bytes),
                }),
            },
            { term: t('goes.partners'), value: counts?.partners },
          ]}
        />
        {closing.holdsHalf && isOpen && (
          <div className="mt-6">
            {closing.isHalfShown ? (
              <p className="text-muted">{t('package.shown')}</p>
            ) : (
              <LinkButton look="primary" to={paths.operatorClosingHalf(code)}>
                {t('package.half')}
              </LinkButton>
            )}
          </div>
        )}
      </Section>
      {state === 'asked' && counts && (
        <Section id="blockers" title={t('blockers.title')}>
          <Blockers blockers={counts.blockers} />
        </Section>
      )}
      {isOpen && (
        <Section
          id="decide"
          title={state === 'asked' ? t('confirm.title') : t('withdraw.title')}
          lead={state === 'asked' ? t('confirm.text', { days: waitDays }) : t('withdraw.text')}
        >
          <Decide mayConfirm={state === 'asked' && !closing.isAsker} />
        </Section>
      )}
    </>
  );
}

function Decide({ mayConfirm }: { mayConfirm: boolean }) {
  const { t } = useTranslation('closing');
  const form = useTesseraForm({ id: 'decision', labels: {} });
  return (
    <TesseraForm state={form}>
      <ButtonRow>
        {mayConfirm && (
          <Button look="danger" name="step" value="confirm" isPending={form.isPending}>
            {t('confirm.button')}
          </Button>
        )}
        <Button name="step" value="withdraw" isPending={form.isPending}>
          {t('withdraw.button')}
        </Button>
      </ButtonRow>
    </TesseraForm>
  );
}
