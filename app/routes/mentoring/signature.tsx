import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { languageShown, signingManners } from '@tessera/core/mentoring/agreements.ts';
import { AgreementFor } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { AgreementText } from '~/components/mentoring/agreement-text.tsx';
import { SigningFields } from '~/components/mentoring/signing-fields.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { menteeParams, relationParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { DateTimeField } from '~/ui/text-field.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = { ...relationParams(args), ...menteeParams(args) };
  const { relationId, network } = where;
  const { parties, texts, today } = await api(args).mentoring.agreement({ network, relationId });
  const mentee = parties.find(({ menteeId, canNote }) => menteeId === where.menteeId && canNote);
  if (!mentee) throw refuse('not_found');
  const asked = new URL(args.request.url).searchParams.get('in');
  const there = texts.map((each) => each.language);
  const language = languageShown(there, {
    // Whoever signs reads it, not whoever notes it.
    chosen: asked ?? mentee.languages.find((each) => there.includes(each)) ?? null,
    reader: args.context.language,
    signer: [],
  });
  const text = texts.find((each) => each.language === language) ?? null;
  return {
    ...where,
    alias: mentee.alias ?? '',
    spoken: mentee.languages[0] ?? args.context.language,
    texts,
    text,
    today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = { ...relationParams(args), ...menteeParams(args) };
  return submit(args, AgreementFor.omit({ relationId: true, menteeId: true }), async (signature) => {
    await api(args).mentoring.signFor({ ...where, ...signature });
    return redirectWithFlash(paths.relationAgreement(where.network, where.relationId), 'agreements:noted');
  });
}

export const handle: Handle = { title: (t) => t('agreements:note') };

type Input = { language: string; isInterpreted: string; manner: string; day: string };

export default function Signature() {
  const { network, relationId, menteeId, alias, spoken, texts, text, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['agreements', 'mentoring']);
  const back = paths.relationAgreement(network, relationId);
  const state = useTesseraForm<Input>({
    id: 'signature',
    labels: {
      language: t('language'),
      isInterpreted: t('mentoring:relation.agreementInterpreter'),
      manner: t('manner'),
      day: t('day'),
    },
    hints: { language: t('languageHint') },
    defaultValue: { language: spoken, manner: 'paper', day: today },
  });
  return (
    <>
      <Breadcrumbs label={t('title')} ways={[{ to: back, label: t('title') }]} />
      <PageHeader eyebrow={<bdi>{alias}</bdi>} title={t('note')} lead={t('noteLead')} />
      {text && (
        <AgreementText
          text={text}
          texts={texts}
          to={(language) => paths.relationSignature(network, relationId, menteeId, { in: language })}
        />
      )}
      <Section id="sign" title={t('noteTitle')} lead={t('ownText')}>
        <TesseraForm state={state}>
          <RadioField
            {...state.field('manner')}
            options={signingManners.map((value) => ({ value, label: t(`manners.${value}`) }))}
          />
          <DateTimeField {...state.field('day')} withTime={false} />
          <SigningFields state={state} text={text} />
          <FormEnd back={back} isPending={state.isPending}>
            {t('note')}
          </FormEnd>
        </TesseraForm>
      </Section>
    </>
  );
}
