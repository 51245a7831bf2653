import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ModuleFields, ModuleForm } from '~/components/founding/module-fields.tsx';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { modules } = await api(args).settings.page(where);
  return { ...where, modules };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, ModuleForm, async ({ modules }) => {
    await api(args).settings.saveModules({ ...where, modules });
    return redirectWithFlash(paths.settings(where.network), 'founding:settings.savedModules');
  });
}

export const handle: Handle = { title: (t) => t('founding:settings.modules') };

export default function Modules() {
  const { network, modules } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['founding', 'common']);
  return (
    <>
      <PageHeader title={t('settings.modules')} lead={t('settings.modulesLead')} />
      <SettingsTabs />
      <ModuleFields
        on={modules.filter(({ value }) => value).map(({ name }) => name)}
        submitLabel={t('settings.saveModules')}
      >
        <Link to={paths.settings(network)} className="link inline-flex min-h-11 items-center">
          {t('common:cancel')}
        </Link>
      </ModuleFields>
    </>
  );
}
