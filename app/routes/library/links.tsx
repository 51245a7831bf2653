import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import type { LinkState } from '@tessera/core/links/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { LinkUses } from '~/components/library/link-uses.tsx';
import { ResourceWays } from '~/components/library/resource-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submitAlone } from '~/server/submit.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, LinkButton } from '~/ui/button.tsx';
import { DefinitionList, Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, ...(await api(args).links.list(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submitAlone(args, z.object({}), async () => {
    const { links } = await api(args).links.check(where);
    return redirectWithFlash(paths.libraryLinks(where.network), links > 0 ? 'links:asked' : 'links:fresh', {
      count: links,
    });
  });
}

export const handle: Handle = { title: (t) => t('links:title') };

export default function LibraryLinks() {
  const { network, counts, lookedAt, links, isChecked } = useLoaderData<typeof loader>();
  const { t } = useTranslation('links');
  const format = useFormats();
  return (
    <>
      <ResourceWays />
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {isChecked && (
              <Form method="post">
                <Button>{t('check')}</Button>
              </Form>
            )}
            <LinkButton to={paths.linkReplacing(network)}>{t('replaceTitle')}</LinkButton>
          </>
        }
      />
      {!isChecked && (
        <div className="mb-8">
          <Notice title={t('off')}>{t('offText')}</Notice>
        </div>
      )}
      <DefinitionList
        entries={[
          ...(['works', 'failing', 'broken', 'waiting'] as const).map((state) => ({
            term: t(state),
            value: format.number(counts[state]),
          })),
          { term: t('lookedAt'), value: lookedAt && <When at={lookedAt} /> },
        ]}
      />
      <Section id="trouble" title={t('trouble')}>
        {links.length === 0 ? (
          <Empty title={t('none')}>{t('noneText')}</Empty>
        ) : (
          <ul>
            {links.map((link) => (
              <TroubledLink key={link.url} link={link} />
            ))}
          </ul>
        )}
      </Section>
      <Replacements />
    </>
  );
}

const looks = {
  new: { shape: 'waiting', tone: 'neutral' },
  works: { shape: 'done', tone: 'success' },
  moved: { shape: 'open', tone: 'neutral' },
  failing: { shape: 'waiting', tone: 'warning' },
  broken: { shape: 'attention', tone: 'danger' },
} as const satisfies Record<LinkState, object>;

type Troubled = ReturnType<typeof useLoaderData<typeof loader>>['links'][number];

function TroubledLink({ link }: { link: Troubled }) {
  const { network } = useLoaderData<typeof loader>();
  const { t } = useTranslation('links');
  const day = useDay();
  const { url, state, reason, movedTo, failingSince, uses } = link;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-rule py-5 first:border-t first:border-t-ink">
      <div className="min-w-0 max-w-[44rem]">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <Badge {...looks[state]}>{t(`states.${state}`)}</Badge>
          {reason && <span>{t(`reasons.${reason}`)}</span>}
          {failingSince && <span className="text-muted">{t('since', { day: day(failingSince) })}</span>}
        </p>
        <p className="mt-1 font-semibold wrap-anywhere" translate="no" dir="ltr">
          {url}
        </p>
        {movedTo && <p className="text-sm wrap-anywhere">{t('movedTo', { url: movedTo })}</p>}
        <p className="mt-2 text-sm text-muted">{t('usedIn')}</p>
        <LinkUses uses={uses} />
      </div>
      <LinkButton
        to={paths.linkReplacing(network, { oldUrl: url, newUrl: movedTo })}
        size="small"
        aria-label={`${t('replace')}: ${url}`}
      >
        {t('replace')}
      </LinkButton>
    </li>
  );
}

function Replacements() {
  const { network, replacements } = useLoaderData<typeof loader>();
  const { t } = useTranslation('links');
  const day = useDay();
  if (replacements.length === 0) return null;
  return (
    <Section id="replaced" title={t('last')}>
      <ul>
        {replacements.map(({ id, oldUrl, newUrl, resources, createdAt, undoneAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-rule py-4 first:border-t first:border-t-ink"
          >
            <div className="min-w-0 max-w-[44rem]">
              <p className="wrap-anywhere" translate="no" dir="ltr">
                {oldUrl} → {newUrl}
              </p>
              <p className="text-sm text-muted">
                {t('resources', { count: resources })} · <When at={createdAt} />
                {undoneAt && ` · ${t('undoneOn', { day: day(undoneAt) })}`}
              </p>
            </div>
            {!undoneAt && (
              <Form method="post" action={paths.linkReplacement(network, id)}>
                <Button size="small" aria-label={`${t('undo')}: ${newUrl}`}>
                  {t('undo')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function When({ at }: { at: Date }) {
  const day = useDay();
  return <time dateTime={at.toISOString()}>{day(at)}</time>;
}

function useDay(): (at: Date) => string {
  const format = useFormats();
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  return (at) => format.date(at, timeZone);
}
