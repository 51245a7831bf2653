import { useTranslation } from '@tessera/i18n/react.tsx';
import { accentStyle } from '~/ui/accent.ts';
import { Prose, Section } from '~/ui/page.tsx';

export function TypeSamples() {
  const { t } = useTranslation('dev');
  const sizes = [
    'text-display font-bold',
    'text-2xl font-bold',
    'text-xl font-bold',
    'text-lg',
    'text-base',
    'text-sm',
    'text-xs',
  ];
  return (
    <Section id="type" title={t('ui.sections.type')}>
      <div className="space-y-3">
        {sizes.map((size) => (
          <p key={size} className={size}>
            {t('ui.title')} <span className="text-muted">ăâîșț őű čšž Жлъщю 0123</span>
          </p>
        ))}
        <Prose>
          <p>{t('ui.sampleText')}</p>
          <p>
            <a href="#type">{t('ui.words.link')}</a>
          </p>
        </Prose>
      </div>
    </Section>
  );
}

const colours = [
  'bg-paper',
  'bg-raised',
  'bg-sunk',
  'bg-rule',
  'bg-edge',
  'bg-muted',
  'bg-ink',
  'bg-accent',
  'bg-success',
  'bg-warning',
  'bg-danger',
  'bg-info',
];

export function ColourSamples() {
  const { t } = useTranslation('dev');
  return (
    <Section id="colours" title={t('ui.sections.colours')}>
      <ul className="grid grid-cols-3 gap-4 sm:grid-cols-6">
        {colours.map((colour) => (
          <li key={colour} className="text-sm">
            <div className={`tile mb-1 h-12 border border-rule ${colour}`} />
            {colour.replace('bg-', '')}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const accents = ['#2f5d8a', '#a1246b', '#2e7d32', '#e0b100', '#6a4fb3', '#00c2d1', '#ffffff', '#000000'];

export function AccentSamples() {
  const { t } = useTranslation('dev');
  return (
    <Section id="accents" title={t('ui.sections.accents')}>
      <ul className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {accents.map((accent) => (
          <li
            key={accent}
            style={accentStyle(accent)}
            className="[--accent:light-dark(var(--accent-light),var(--accent-dark))] [--on-accent:light-dark(var(--on-accent-light),var(--on-accent-dark))]"
          >
            <p className="bg-accent px-3 py-2 font-semibold text-on-accent">{accent}</p>
            <p className="mt-1 font-semibold text-accent">{accent}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
