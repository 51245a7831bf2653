import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { languageShown } from '@tessera/core/mentoring/agreements.ts';
import { Agreement } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { AgreementText } from '~/components/mentoring/agreement-text.tsx';
import { RelationWays } from '~/components/mentoring/relation-ways.tsx';
import { Signers, useSignedWords } from '~/components/mentoring/signers.tsx';
import { SigningFields } from '~/components/mentoring/signing-fields.tsx';
import { useAliases } from '~/components/mentoring/words.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = relationParams(args);
  const { texts: newest, signedTexts, ...agreement } = await api(args).mentoring.agreement(where);
  const own = agreement.parties.find(({ isOwn }) => isOwn) ?? null;
  const canSign = agreement.isOpen && own !== null && own.signedOn === null;
  // Who signs reads the newest text; who has signed, or only looks, reads what stands under the signatures first.
  const unsigned = newest.filter(({ language }) => !signedTexts.some((each) => each.language === language));
  const texts = canSign ? newest : [...signedTexts, ...unsigned];
  const language = languageShown(
    texts.map((each) => each.language),
    {
      chosen: new URL(args.request.url).searchParams.get('in') ?? own?.signature?.language ?? null,
      reader: args.context.language,
      signer: own?.languages ?? [],
    },
  );
  const text = texts.find((each) => each.language === language) ?? null;
  return { ...where, ...agreement, own, canSign, texts, text };
}

export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  return submit(args, Agreement.omit({ relationId: true }), async (agreement) => {
    await api(args).mentoring.signAgreement({ ...where, ...agreement });
    return redirectWithFlash(paths.relationAgreement(where.network, where.relationId), 'agreements:ownSaved');
  });
}

export const handle: Handle = { title: (t) => t('agreements:title') };

export default function AgreementPage() {
  const { network, relationId, as, text, texts, parties, own, isOpen, canSign } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(['agreements', 'mentoring']);
  const aliases = useAliases();
  const signed = useSignedWords();
  const mentees = parties.flatMap(({ alias }) => (alias === null ? [] : [{ alias }]));
  const lead = canSign
    ? t('ownLead')
    : own?.signature
      ? signed(own).join('. ')
      : isOpen
        ? t('partiesLead')
        : parties.some(({ signedOn }) => signedOn)
          ? undefined
          : t('notYet');
  return (
    <>
      {as === 'coordinator' ? (
        <MentoringWays
          network={network}
          above="board"
          more={[{ to: paths.relationCoordination(network, relationId), label: aliases(mentees) }]}
        />
      ) : as === 'institution' ? (
        <MentoringWays network={network} above="mentees" />
      ) : (
        <RelationWays network={network} relationId={relationId} />
      )}
      <PageHeader eyebrow={<bdi>{aliases(mentees)}</bdi>} title={t('title')} lead={lead} />
      {text && (
        <AgreementText
          text={text}
          texts={texts}
          to={(language) => paths.relationAgreement(network, relationId, { in: language })}
        />
      )}
      {!text && own?.signature && <p className="text-muted">{t('signedWithout')}</p>}
      {canSign && <Sign />}
      {(isOpen || parties.some(({ signedOn }) => signedOn)) && (
        <Section id="signers" title={t('parties')} lead={canSign ? t('partiesLead') : undefined}>
          <Signers
            network={network}
            relationId={relationId}
            signers={parties}
            mentor={t('mentoring:relation.mentor')}
          />
        </Section>
      )}
    </>
  );
}

function Sign() {
  const { network, relationId, text } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation(['agreements', 'mentoring']);
  const state = useTesseraForm<{ language: string; isInterpreted: string }>({
    id: 'agreement',
    labels: { language: t('language'), isInterpreted: t('mentoring:relation.agreementInterpreter') },
    hints: { language: t('languageHint') },
    defaultValue: { language },
  });
  return (
    <Section id="sign" title={t('ownTitle')} lead={t('ownText')}>
      <TesseraForm state={state}>
        <SigningFields state={state} text={text} />
        <FormEnd back={paths.relation(network, relationId)} isPending={state.isPending}>
          {t('sign')}
        </FormEnd>
      </TesseraForm>
    </Section>
  );
}
