import { useTranslation } from '@tessera/i18n/react.tsx';
import { Badge } from '~/ui/badge.tsx';
import { Button } from '~/ui/button.tsx';
import { Meter, Stat, Stats } from '~/ui/meter.tsx';
import { Notice } from '~/ui/notice.tsx';
import { Section } from '~/ui/page.tsx';

export function NoticeSamples() {
  const { t } = useTranslation('dev');
  const tones = ['info', 'success', 'warning', 'danger'] as const;
  return (
    <Section id="notices" title={t('ui.sections.notices')}>
      <div className="space-y-4">
        {tones.map((tone) => (
          <Notice
            key={tone}
            tone={tone}
            title={t('ui.sampleName')}
            actions={tone === 'warning' && <Button type="button">{t('ui.words.quiet')}</Button>}
          >
            {t('ui.sampleText')}
          </Notice>
        ))}
        <Notice title={t('ui.sampleLong')} />
      </div>
    </Section>
  );
}

export function BadgeSamples() {
  const { t } = useTranslation('dev');
  return (
    <Section id="badges" title={t('ui.sections.badges')}>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <Badge tone="success" shape="done">
          {t('ui.words.open')}
        </Badge>
        <Badge tone="info" shape="open">
          {t('ui.words.free', { count: 4 })}
        </Badge>
        <Badge tone="warning" shape="waiting">
          {t('ui.words.waiting')}
        </Badge>
        <Badge tone="warning" shape="attention">
          {t('ui.words.full')}
        </Badge>
        <Badge tone="danger" shape="stopped">
          {t('ui.words.cancelled')}
        </Badge>
        <Badge shape="draft">{t('ui.words.draft')}</Badge>
        <Badge tone="warning" shape="waiting">
          {t('ui.sampleLong')}
        </Badge>
      </div>
    </Section>
  );
}

export function MeterSamples() {
  const { t } = useTranslation('dev');
  const words = (taken: number, total: number) => t('ui.words.seats', { taken, total, free: total - taken });
  return (
    <Section id="meters" title={t('ui.sections.meters')}>
      <div className="grid gap-6 sm:grid-cols-2">
        <Meter value={0} max={40} words={words(0, 40)} />
        <Meter value={13} max={40} words={words(13, 40)} />
        <Meter value={36} max={40} words={words(36, 40)} />
        <Meter value={40} max={40} words={words(40, 40)} />
      </div>
    </Section>
  );
}

export function StatSamples() {
  const { t } = useTranslation('dev');
  return (
    <Section id="stats" title={t('ui.sections.stats')}>
      <Stats>
        <Stat figure="36" label={t('ui.words.place')} note={t('ui.words.oneDay')} />
        <Stat figure="1 214" label={t('ui.words.amount')} />
        <Stat figure="92 %" label={t('ui.words.state')} note={t('ui.sampleHint')} />
        <Stat figure="0" label={t('ui.words.waiting')} />
        <Stat figure={'1\u00a0756\u00a0996'} label={t('ui.sampleLong')} note={t('ui.sampleHint')} />
      </Stats>
    </Section>
  );
}
