import type { CardAccent } from '@tessera/core/networks/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useState } from 'react';
import type { z } from 'zod';
import { useFormats } from '~/components/use-formats.ts';
import { contrast, readableAccent } from '~/ui/accent.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { type Card, Save } from './card-steps.tsx';

/** The colour of a network, with a preview in both modes while it is chosen. */
export function AccentStep({ card }: { card: Card }) {
  const { t } = useTranslation('founding');
  const [accent, setAccent] = useState(card.accent);
  const state = useTesseraForm<z.input<typeof CardAccent>>({
    id: 'card',
    labels: { accent: t('card.accent') },
    hints: { accent: t('card.accentHint') },
    defaultValue: { accent: card.accent },
  });
  return (
    <TesseraForm state={state}>
      <TextField
        {...state.field('accent')}
        type="color"
        width="short"
        className="h-11 p-1"
        onInput={(event) => setAccent(event.currentTarget.value)}
      />
      <Preview colour={accent} />
      <Save isPending={state.isPending} />
    </TesseraForm>
  );
}

const papers = { light: '#faf6ee', dark: '#181511' } as const;

function Preview({ colour }: { colour: string }) {
  const { t } = useTranslation('founding');
  const format = useFormats();
  const shades = readableAccent(colour);
  if (!shades) return null;
  const sides = [
    { key: 'light', title: t('card.previewLight'), shade: shades.light, on: shades.onLight },
    { key: 'dark', title: t('card.previewDark'), shade: shades.dark, on: shades.onDark },
  ] as const;
  return (
    <section aria-label={t('card.preview')} className="grid max-w-[46rem] gap-4 sm:grid-cols-2">
      {sides.map(({ key, title, shade, on }) => (
        <div key={key} style={{ background: papers[key] }} className="rounded-tile border border-edge p-5">
          <p style={{ color: shade }} className="text-sm font-semibold">
            {title}
          </p>
          <p
            style={{ background: shade, color: on }}
            className="mt-3 inline-flex min-h-11 items-center rounded-tile px-5 font-semibold"
          >
            {t('card.sample')}
          </p>
          <p style={{ color: shade }} className="mt-3 underline underline-offset-4">
            {t('card.sampleLink')}
          </p>
          <p style={{ color: shade }} className="mt-3 text-sm tabular-nums">
            {t('card.contrast', { ratio: format.number(Math.floor(contrast(shade, papers[key]) * 10) / 10) })}
          </p>
          {shade !== colour.toLowerCase() && (
            <p style={{ color: shade }} className="mt-1 text-sm">
              {t('card.shifted')}
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
