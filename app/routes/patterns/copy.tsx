import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { FollowedWork } from '~/components/followed-work.tsx';
import { CopyReport } from '~/components/patterns/copy-report.tsx';
import { StateBadge } from '~/components/patterns/state-badge.tsx';
import { EntryWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { copyParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = copyParams(args);
  return { network: where.network, run: await api(args).patterns.one(where) };
}

/** Two forms live here: saying yes to a wording, and asking again for work that has stopped. */
export async function action(args: ActionFunctionArgs) {
  const where = copyParams(args);
  const here = paths.pattern(where.network, where.runId);
  const { patterns } = api(args);
  if (new URL(args.request.url).searchParams.get('step') === 'wording')
    return submit(args, z.object({ purpose: z.string().min(1).max(80) }), async ({ purpose }) => {
      await patterns.takeWording({ ...where, purpose });
      return redirectWithFlash(here, 'patterns:report.taken');
    });
  return submit(args, z.object({}), async () => {
    await patterns.resume(where);
    return redirect(here);
  });
}

export const handle: Handle = { title: (t) => t('patterns:report.title') };

export default function Copy() {
  const { network, run } = useLoaderData<typeof loader>();
  const { t } = useTranslation('patterns');
  const { state, failure, isStopped, progress, source, items } = run;
  const isOver = state === 'done' || state === 'failed';
  return (
    <>
      <EntryWays between={[{ to: paths.patterns(network), label: t('title') }]} />
      <PageHeader
        eyebrow={<StateBadge state={state} />}
        title={t('report.of', { network: source.name })}
        actions={
          isOver &&
          items.some(({ outcome }) => outcome === 'copied') && (
            <LinkButton to={paths.patternUndo(network, run.id)}>{t('undo.title')}</LinkButton>
          )
        }
      />
      {isStopped ? (
        <Stopped network={network} runId={run.id} />
      ) : (
        state === 'running' && (
          <FollowedWork
            title={t('report.running')}
            label={t('report.progress', { percent: progress })}
            percent={progress}
          ></FollowedWork>
        )
      )}
      {failure && <Notice tone="danger" title={t(`failures.${failure}`)} />}
      {state === 'undone' ? (
        <p>{t('undo.done')}</p>
      ) : (
        <CopyReport network={network} runId={run.id} items={items} isOver={isOver} />
      )}
    </>
  );
}

function Stopped({ network, runId }: { network: string; runId: string }) {
  const { t } = useTranslation('patterns');
  const form = useTesseraForm({ id: 'again', labels: {} });
  return (
    <Notice tone="warning" title={t('report.stopped')}>
      <TesseraForm state={form} action={paths.pattern(network, runId, { step: 'again' })}>
        <Button isPending={form.isPending}>{t('report.again')}</Button>
      </TesseraForm>
    </Notice>
  );
}
