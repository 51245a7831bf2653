import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Agreement } from '@tessera/core/mentoring/schema.ts';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { AgreementView } from '~/components/mentoring/agreement-view.tsx';
import { RelationWays } from '~/components/mentoring/relation-ways.tsx';
import { useAliases } from '~/components/mentoring/words.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { CheckboxField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = relationParams(args);
  const asked = new URL(args.request.url).searchParams.get('in');
  const agreement = await api(args).mentoring.agreement(where);
  const { language } = args.context;
  const { texts, signed } = agreement;
  const text =
    signed ??
    texts.find((each) => each.language === asked) ??
    texts.find((each) => each.language === language) ??
    texts[0] ??
    null;
  return { ...where, ...agreement, text };
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

export const handle: Handle = { title: (t) => t('agreements:title') };

export default function AgreementPage() {
  const { network, relationId, as, text, texts, language, signedAt, isInterpreted, isOpen, mentees } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(['agreements', 'mentoring']);
  const format = useFormats();
  const aliases = useAliases();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const others = texts.filter((each) => each.language !== text?.language);
  return (
    <>
      {as === 'coordinator' ? (
        <MentoringWays
          network={network}
          above="board"
          more={[{ to: paths.relationCoordination(network, relationId), label: aliases(mentees) }]}
        />
      ) : (
        <RelationWays network={network} relationId={relationId} />
      )}
      <PageHeader
        eyebrow={<bdi>{aliases(mentees)}</bdi>}
        title={t('title')}
        lead={
          signedAt && language
            ? [
                t('signed', {
                  day: format.date(signedAt, zone),
                  language: format.language(language),
                }),
                isInterpreted && t('interpreted'),
              ]
                .filter(Boolean)
                .join('. ')
            : isOpen
              ? t('mentoring:relation.agreementText')
              : t('notYet')
        }
      />
      {others.length > 0 && (
        <nav aria-label={t('readIn')} className="mb-6 flex flex-wrap items-center gap-x-4" data-print="no">
          <span className="text-muted">{t('readIn')}</span>
          {others.map((each) => (
            <Link
              key={each.language}
              to={paths.relationAgreement(network, relationId, { in: each.language })}
              className="link inline-flex min-h-11 items-center"
            >
              {format.language(each.language)}
            </Link>
          ))}
        </nav>
      )}
      {text && <AgreementView text={text} />}
      {signedAt && !text && <p className="text-muted">{t('signedWithout')}</p>}
      {isOpen && as !== 'coordinator' && <Sign />}
    </>
  );
}

// The text that is signed is the one above; where the programme has none only the language is noted.
function Sign() {
  const { network, relationId, text } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation(['mentoring', 'agreements']);
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
    <Section id="sign" title={t('agreements:signTitle')}>
      <TesseraForm state={state}>
        {text ? (
          <>
            <input type="hidden" name="language" value={text.language} />
            <input type="hidden" name="version" value={text.version} />
            <p>
              {t('relation.agreementLanguage')}: <strong>{format.language(text.language)}</strong>
              <span className="block text-sm text-muted">{t('relation.agreementLanguageHint')}</span>
            </p>
          </>
        ) : (
          <SelectField
            {...state.field('language')}
            options={spokenLanguages.map((value) => ({ value, label: format.language(value) }))}
          />
        )}
        <CheckboxField {...state.field('isInterpreted')} defaultValue={undefined} />
        <FormEnd back={paths.relation(network, relationId)} isPending={state.isPending}>
          {t('relation.agreementSign')}
        </FormEnd>
      </TesseraForm>
    </Section>
  );
}
