import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import { StartList } from '~/components/founding/start-list.tsx';
import { OpenButton } from '~/components/founding/start-panel.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

const Dismissal = z.object({ isDismissed: z.literal('true') });

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  return { ...where, ...(await api(args).networks.start(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, Dismissal, async () => {
    await api(args).networks.dismissStart({ ...where, isDismissed: true });
    return redirectWithFlash(paths.network(where.network), 'founding:start.dismissed');
  });
}

export const handle: Handle = { title: (t) => t('founding:start.title') };

export default function Start() {
  const { network, state, steps, left } = useLoaderData<typeof loader>();
  const { t } = useTranslation('founding');
  return (
    <>
      <PageHeader title={t('start.title')} lead={t('start.lead')} />
      <SettingsTabs />
      {state === 'draft' && (
        <div className="mb-10">
          <Notice tone="warning" title={t('start.draft')} actions={<OpenButton network={network} />}>
            {t('start.draftText')}
          </Notice>
        </div>
      )}
      <Section
        id="steps"
        title={t('start.steps')}
        lead={left > 0 ? t('start.left', { count: left }) : t('start.allDone')}
      >
        <StartList network={network} steps={steps} />
      </Section>
    </>
  );
}
