import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { CheckboxGroupField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';

type Choices = Awaited<ReturnType<Caller['patterns']['choices']>>;

const hints = ['consents', 'certificates', 'trainings', 'mentoring', 'library'] as const;

function hinted(kind: string): kind is (typeof hints)[number] {
  return (hints as readonly string[]).includes(kind);
}

/** What comes along from a network, with how much of it there is. */
export function ChoiceForm({ network, choices }: { network: string; choices: Choices }) {
  const { t } = useTranslation('patterns');
  const format = useFormats();
  const { source, kinds } = choices;
  const form = useTesseraForm<{ like: string; kinds: string[] }>({
    id: 'start',
    labels: { like: t('start.source'), kinds: t('start.kinds') },
    hints: { kinds: t('start.kindsHint') },
  });
  const useful = kinds
    .filter(({ count, isThere }) => count > 0 && !isThere)
    .map(({ kind }) => kind as string);
  return (
    <TesseraForm state={form} action={paths.patterns(network, { source: source.code })}>
      <input type="hidden" name="like" value={source.code} />
      <p className="font-semibold">{t('start.like', { network: source.name })}</p>
      <CheckboxGroupField
        {...form.field('kinds')}
        defaultValue={useful}
        options={kinds.map(({ kind, count, isThere }) => ({
          value: kind,
          label: t('start.counted', { kind: t(`kinds.${kind}`), number: format.number(count) }),
          hint: isThere ? t('reasons.there_already') : hinted(kind) ? t(`hints.${kind}`) : undefined,
          disabled: count === 0,
        }))}
      />
      <FormEnd back={paths.patterns(network)} isPending={form.isPending}>
        {t('start.submit')}
      </FormEnd>
    </TesseraForm>
  );
}
