import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Agreement } from '@tessera/core/mentoring/schema.ts';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { RelationWays } from '~/components/mentoring/relation-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { CheckboxField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = relationParams(args);
  await api(args).mentoring.logForm(where);
  return where;
}

export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  return submit(args, Agreement.omit({ relationId: true }), async (agreement) => {
    await api(args).mentoring.signAgreement({ ...where, ...agreement });
    return redirectWithFlash(
      paths.relation(where.network, where.relationId),
      'mentoring:relation.agreementSaved',
    );
  });
}

export const handle: Handle = { title: (t) => t('mentoring:relation.agreementSign') };

export default function SignAgreement() {
  const { network, relationId } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation(['mentoring', 'common']);
  const format = useFormats();
  const state = useTesseraForm<{ language: string; isInterpreted: string }>({
    id: 'agreement',
    labels: {
      language: t('relation.agreementLanguage'),
      isInterpreted: t('relation.agreementInterpreter'),
    },
    hints: { language: t('relation.agreementLanguageHint') },
    defaultValue: { language },
  });
  return (
    <>
      <RelationWays network={network} relationId={relationId} />
      <PageHeader title={t('relation.agreementSign')} lead={t('relation.agreementText')} />
      <TesseraForm state={state}>
        <SelectField
          {...state.field('language')}
          options={spokenLanguages.map((value) => ({ value, label: format.language(value) }))}
        />
        <CheckboxField {...state.field('isInterpreted')} defaultValue={undefined} />
        <ButtonRow>
          <Button look="primary" isPending={state.isPending}>
            {t('relation.agreementSign')}
          </Button>
          <Link to={paths.relation(network, relationId)} className="link inline-flex min-h-11 items-center">
            {t('common:cancel')}
          </Link>
        </ButtonRow>
      </TesseraForm>
    </>
  );
}
