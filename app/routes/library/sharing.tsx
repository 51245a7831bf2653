import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { shareRights } from '@tessera/core/library/rules.ts';
import { ResourceShare } from '@tessera/core/library/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { textOf } from '~/components/initiatives/text-of.ts';
import { ResourceWays } from '~/components/library/resource-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { resourceParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { SelectField } from '~/ui/choice-field.tsx';
import { ErrorSummary } from '~/ui/error-summary.tsx';
import { useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

const Change = ResourceShare.omit({ resourceId: true }).extend({ change: z.enum(['share', 'end']) });

export async function loader(args: LoaderFunctionArgs) {
  const { network, resourceId } = resourceParams(args);
  const { library } = api(args);
  const [partners, { texts }] = await Promise.all([
    library.sharing({ network, resourceId }),
    library.one({ network, resourceId }),
  ]);
  return { network, resourceId, partners, title: textOf(texts, [args.context.language])?.title ?? '' };
}

export async function action(args: ActionFunctionArgs) {
  const { network, resourceId } = resourceParams(args);
  const { library } = api(args);
  return submit(args, Change, async ({ change, ...terms }) => {
    const where = { network, resourceId };
    if (change === 'end') await library.unshare({ ...where, recipient: terms.recipient });
    else await library.share({ ...where, ...terms });
    const partner = (await library.sharing(where)).find(({ code }) => code === terms.recipient);
    return redirectWithFlash(
      paths.resourceSharing(network, resourceId),
      change === 'end' ? 'library:share.ended' : 'library:share.shared',
      { network: partner?.name ?? terms.recipient },
    );
  });
}

export const handle: Handle = { title: (t) => t('library:share.title') };

export default function ResourceSharing() {
  const { resourceId, title, partners } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['library', 'shell']);
  const { form } = useTesseraForm<z.input<typeof Change>>({ id: 'sharing', labels: {} });
  return (
    <>
      <ResourceWays resource={{ id: resourceId, title }} />
      <PageHeader eyebrow={title} title={t('share.title')} lead={t('share.lead')} />
      <ErrorSummary title={t('shell:formRefused')} messages={Object.values(form.allErrors).flat()} />
      {partners.length === 0 ? (
        <Empty title={t('share.empty')}>{t('share.emptyText')}</Empty>
      ) : (
        <ul>
          {partners.map((partner) => (
            <Partner key={partner.code} partner={partner} />
          ))}
        </ul>
      )}
    </>
  );
}

type Known = ReturnType<typeof useLoaderData<typeof loader>>['partners'][number];

function Partner({ partner: { code, name, isShared, rights, creditedAs } }: { partner: Known }) {
  const { t } = useTranslation('library');
  return (
    <li className="border-b border-rule py-6 first:border-t first:border-t-ink">
      <h2 className="text-lg font-semibold">{name}</h2>
      <p className="mt-1">
        <Badge tone={isShared ? 'success' : 'neutral'} shape={isShared ? 'done' : 'draft'}>
          {t(isShared ? 'uses.shared' : 'share.notShared')}
        </Badge>
      </p>
      <Form method="post" className="mt-4 space-y-5">
        <input type="hidden" name="recipient" value={code} />
        <SelectField
          id={`${code}-rights`}
          name="rights"
          label={t('share.rights')}
          required
          defaultValue={rights}
          options={shareRights.map((value) => ({ value, label: t(`share.rightsOf.${value}`) }))}
        />
        <TextField
          id={`${code}-credit`}
          name="creditedAs"
          label={t('share.creditedAs')}
          defaultValue={creditedAs}
          maxLength={200}
        />
        <ButtonRow>
          <Button
            name="change"
            value="share"
            look="primary"
            aria-label={`${t(isShared ? 'share.save' : 'share.share')}: ${name}`}
          >
            {t(isShared ? 'share.save' : 'share.share')}
          </Button>
          {isShared && (
            <Button name="change" value="end" look="danger" aria-label={`${t('share.end')}: ${name}`}>
              {t('share.end')}
            </Button>
          )}
        </ButtonRow>
      </Form>
    </li>
  );
}
