import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { kindsUnder, networkKinds } from '@tessera/core/networks/kinds.ts';
import { Founding } from '@tessera/core/operator/schema.ts';
import { patternKinds } from '@tessera/core/patterns/terms.ts';
import { languages as shipped } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { useLanguageOptions } from '~/components/founding/card-steps.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { submit } from '~/server/submit.server.ts';
import { CheckboxGroupField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField, TextField } from '~/ui/text-field.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { operator } = api(args);
  const [{ networks }, { patterns }] = await Promise.all([operator.networks(), operator.patterns()]);
  const asked = new URL(args.request.url).searchParams.get('parent') ?? '';
  const parent = networks.find(({ code }) => code === asked);
  return {
    parents: networks
      .filter(({ kind }) => kindsUnder(kind).length > 0)
      .map(({ code, name }) => ({ value: code, label: name })),
    parent: parent?.code ?? '',
    patterns: patterns.map(({ code, name }) => ({ value: code, label: name })),
    // With a parent in the address only what fits is offered; without scripts the server says so afterwards.
    kinds: [...kindsUnder(parent?.kind ?? null)],
    childKinds: networkKinds.filter((kind) =>
      kindsUnder(parent?.kind ?? null).some((own) => kindsUnder(own).includes(kind)),
    ),
  };
}

export async function action(args: ActionFunctionArgs) {
  // Only an operator learns what is wrong with a form.
  await api(args).operator.networks();
  return submit(args, Founding, async (input) => {
    const { children } = await api(args).operator.found(input);
    return children.length > 0
      ? redirectWithFlash(paths.operator(), 'founding:operator.foundedAll', { number: children.length + 1 })
      : redirectWithFlash(paths.operator(), 'founding:operator.founded', { email: input.email });
  });
}

export const handle: Handle = { title: (t) => t('founding:operator.new') };

export default function NewNetwork() {
  const { parents, parent, kinds, childKinds, patterns } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['founding', 'networks', 'operator', 'patterns']);
  const languages = useLanguageOptions()(shipped);
  const state = useTesseraForm<z.input<typeof Founding>>({
    id: 'network',
    labels: {
      parent: t('operator.parent'),
      kind: t('card.kind'),
      address: t('operator.address'),
      name: t('card.name'),
      defaultLanguage: t('card.defaultLanguage'),
      interfaceLanguages: t('card.interfaceLanguages'),
      timeZone: t('card.timeZone'),
      email: t('operator.email'),
      children: t('operator.children'),
      childKind: t('operator.childKind'),
      pattern: t('patterns:start.source'),
      kinds: t('patterns:start.kinds'),
    },
    hints: {
      kind: t('card.kindHint'),
      address: t('operator.addressHint'),
      name: t('operator.nameHint'),
      interfaceLanguages: t('card.interfaceHint'),
      timeZone: t('card.timeZoneHint'),
      children: t('operator.childrenHint'),
      pattern: t('patterns:start.operatorHint'),
    },
    optional: ['parent', 'interfaceLanguages', 'children', 'childKind', 'pattern', 'kinds'],
    defaultValue: { parent },
  });
  const { field } = state;
  return (
    <>
      <Breadcrumbs label={t('operator.tabs')} ways={[{ to: paths.operator(), label: t('operator:title') }]} />
      <PageHeader title={t('operator.new')} lead={t('operator.newLead')} />
      <TesseraForm state={state}>
        <SelectField {...field('parent')} placeholder={t('operator.noParent')} options={parents} />
        <SelectField
          {...field('kind')}
          options={kinds.map((value) => ({ value, label: t(`networks:kinds.${value}`) }))}
        />
        <TextField
          {...field('address')}
          width="medium"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
        />
        <TextField {...field('name')} maxLength={200} />
        <SelectField
          {...field('defaultLanguage')}
          placeholder={t('card.defaultLanguage')}
          options={languages}
        />
        <CheckboxGroupField {...field('interfaceLanguages')} defaultValue={[]} options={languages} />
        <TextField {...field('timeZone')} width="medium" autoComplete="off" spellCheck={false} />
        <TextField {...field('email')} type="email" autoComplete="off" />
        {patterns.length > 0 && (
          <>
            <SelectField {...field('pattern')} placeholder={t('patterns:start.empty')} options={patterns} />
            <CheckboxGroupField
              {...field('kinds')}
              defaultValue={[]}
              options={patternKinds.map((value) => ({ value, label: t(`patterns:kinds.${value}`) }))}
            />
          </>
        )}
        {childKinds.length > 0 && (
          <>
            <TextareaField {...field('children')} rows={6} maxLength={10_000} spellCheck={false} />
            <SelectField
              {...field('childKind')}
              placeholder={t('operator.childKindNext')}
              options={childKinds.map((value) => ({ value, label: t(`networks:kinds.${value}`) }))}
            />
          </>
        )}
        <FormEnd back={paths.operator()} isPending={state.isPending}>
          {t('operator.found')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
