import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { ClosingRequest } from '@tessera/core/closing/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { Blockers, ClosingContents, isBlocked, useMegabytes } from '~/components/closing/contents.tsx';
import { PackageProgress } from '~/components/closing/progress.tsx';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, ...(await api(args).closing.page(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, ClosingRequest, async (input) => {
    await api(args).closing.ask({ ...where, ...input });
    return redirectWithFlash(paths.closing(where.network), 'closing:ask.done');
  });
}

export const handle: Handle = { title: (t) => t('closing:title') };

type Closing = NonNullable<Awaited<ReturnType<Caller['closing']['page']>>['closing']>;

export default function ClosingPage() {
  const { network, contents, closing } = useLoaderData<typeof loader>();
  const { t } = useTranslation('closing');
  const isBegun = closing !== null && closing.state !== 'asked';
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <SettingsTabs />
      {closing && <Standing network={network} closing={closing} />}
      {closing?.state === 'confirmed' && <Package network={network} closing={closing} />}
      {!isBegun && (
        <Section id="blockers" title={t('blockers.title')}>
          <Blockers blockers={contents.blockers} />
        </Section>
      )}
      <ClosingContents contents={contents} />
      {!closing && !isBlocked(contents.blockers) && (
        <Section id="ask" title={t('ask.title')} lead={t('ask.lead')}>
          <Ask network={network} />
        </Section>
      )}
    </>
  );
}

function Standing({ network, closing }: { network: string; closing: Closing }) {
  const { t } = useTranslation('closing');
  const format = useFormats();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const { state, reason, isAsker, askedAt, confirmedAt, deleteAfter, downloads } = closing;
  const isOver = state === 'deleting' || state === 'closed';
  const named = (person: Closing['asker'], at: Date) =>
    t('now.person', {
      name: person ? format.personName(person) : t('now.operator'),
      date: format.dateTime(at, zone),
    });
  return (
    <Section id="now" title={t('now.title')}>
      <Notice tone="warning" title={t(`now.${state === 'withdrawn' ? 'asked' : state}`)}>
        {state === 'asked' && isAsker && t('confirm.own')}
        {state === 'confirmed' && t('now.confirmedText')}
        {state === 'deleting' && t('now.deletingText')}
      </Notice>
      <div className="my-6">
        <DefinitionList
          entries={[
            { term: t('now.reason'), value: reason },
            { term: t('now.askedBy'), value: named(closing.asker, askedAt) },
            { term: t('now.confirmedBy'), value: confirmedAt && named(closing.confirmer, confirmedAt) },
            {
              term: t('now.deleteAfter'),
              value: deleteAfter && t('now.deleteText', { date: format.dateTime(deleteAfter, zone) }),
            },
            { term: t('now.downloads'), value: confirmedAt && downloads },
          ]}
        />
      </div>
      {!isOver && (
        <ButtonRow>
          {state === 'asked' && !isAsker && (
            <LinkButton look="primary" to={paths.closingConfirmation(network)}>
              {t('confirm.title')}
            </LinkButton>
          )}
          <LinkButton to={paths.closingWithdrawal(network)}>{t('withdraw.title')}</LinkButton>
          {state === 'asked' && <HalfWay network={network} closing={closing} />}
        </ButtonRow>
      )}
    </Section>
  );
}

function Package({ network, closing }: { network: string; closing: Closing }) {
  const { t } = useTranslation('closing');
  const format = useFormats();
  const size = useMegabytes();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const { packageMadeAt, packageSize, packageSha256, packagePercent } = closing;
  return (
    <Section id="package" title={t('package.title')} lead={t('package.lead')}>
      {packageMadeAt === null ? (
        <PackageProgress percent={packagePercent} />
      ) : (
        <DefinitionList
          entries={[
            { term: t('package.made'), value: format.dateTime(packageMadeAt, zone) },
            { term: t('package.size'), value: t('package.megabytes', { size: size(packageSize) }) },
            {
              term: t('package.sum'),
              value: <span className="font-mono text-sm wrap-anywhere">{packageSha256}</span>,
            },
          ]}
        />
      )}
      <div className="mt-6">
        <ButtonRow>
          {packageMadeAt !== null && (
            <Form method="post" action={paths.closingPackage(network)} reloadDocument>
              <Button look="primary">{t('package.download')}</Button>
            </Form>
          )}
          <HalfWay network={network} closing={closing} />
        </ButtonRow>
      </div>
    </Section>
  );
}

function HalfWay({ network, closing }: { network: string; closing: Closing }) {
  const { t } = useTranslation('closing');
  if (!closing.holdsHalf) return null;
  if (closing.isHalfShown) return <p className="text-muted">{t('package.shown')}</p>;
  return <LinkButton to={paths.closingHalf(network)}>{t('package.half')}</LinkButton>;
}

function Ask({ network }: { network: string }) {
  const { t } = useTranslation('closing');
  const form = useTesseraForm<z.input<typeof ClosingRequest>>({
    id: 'closing',
    labels: { code: t('ask.code'), reason: t('ask.reason') },
    hints: { code: t('ask.codeHint', { code: network }), reason: t('ask.reasonHint') },
  });
  return (
    <TesseraForm state={form}>
      <TextField {...form.field('code')} width="medium" autoComplete="off" autoCapitalize="none" />
      <TextareaField {...form.field('reason')} rows={3} />
      <ButtonRow>
        <Button look="danger" isPending={form.isPending}>
          {t('ask.button')}
        </Button>
      </ButtonRow>
    </TesseraForm>
  );
}
