import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { deckSituations } from '@tessera/core/cards/rules.ts';
import { mostInFold, paperFormats } from '@tessera/documents/cards.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { translator } from '@tessera/i18n/server.server.ts';
import { ownName } from '@tessera/i18n/spoken.ts';
import { paths } from '@tessera/paths/paths.ts';
import Printer from 'lucide-react/icons/printer';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { publicHead } from '~/server/public-head.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { Field } from '~/ui/field.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const { languages } = await api(args).cards.languages({ network });
  const asked = new URL(args.request.url).searchParams;
  const t = translator(args.context.language, 'spot');
  return {
    network,
    languages,
    language: asked.get('language') ?? '',
    format: paperFormats.find((each) => each === asked.get('format')) ?? 'board',
    head: publicHead(args, {
      path: paths.cardPrint(network),
      title: t('print.title'),
      text: t('print.lead'),
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

export const handle: Handle = { title: (t) => t('spot:print.title') };

export default function PrintCards() {
  const { network, languages, language, format } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['spot', 'cards']);
  const words = useFormats();
  return (
    <>
      <PageHeader
        title={t('print.title')}
        lead={t('print.lead')}
        actions={<LinkButton to={paths.spot(network)}>{t('title')}</LinkButton>}
      />
      {languages.length > 0 ? (
        <form method="get" action={paths.cardPaper(network)} className="max-w-[46rem] space-y-8">
          <Field id="language" name="language" label={t('print.language')} required>
            <select id="language" name="language" className="control" defaultValue={language}>
              {languages.map(({ language: each, cards }) => (
                <option key={each} value={each}>
                  {words.language(each)} · {isolated(ownName(each))} ·{' '}
                  {t('count', { count: cards, formatted: words.number(cards) })}
                </option>
              ))}
            </select>
          </Field>
          <Field id="situation" name="situation" label={t('print.situation')} required>
            <select id="situation" name="situation" className="control">
              <option value="">{t('print.all')}</option>
              {deckSituations.map((each) => (
                <option key={each} value={each}>
                  {t(`cards:situations.${each}`)}
                </option>
              ))}
            </select>
          </Field>
          <RadioField
            id="format"
            name="format"
            label={t('print.format')}
            required
            defaultValue={format}
            options={paperFormats.map((value) => ({
              value,
              label: t(`print.${value}`),
              hint: t(`print.${value}Hint`, { most: mostInFold }),
            }))}
          />
          <ButtonRow>
            <Button look="primary" icon={<Printer aria-hidden />}>
              {t('print.submit')}
            </Button>
          </ButtonRow>
        </form>
      ) : (
        <Empty title={t('print.empty')}>{t('print.emptyHint')}</Empty>
      )}
    </>
  );
}

// An option holds no elements, so the marks of direction stand in the text.
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
