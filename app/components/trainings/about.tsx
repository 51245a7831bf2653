import { useTranslation } from '@tessera/i18n/react.tsx';
import { Prose, Section } from '~/ui/page.tsx';
import { Written } from '~/ui/written.tsx';
import type { ShownTraining } from './shown-training.ts';

/** What a training is about and what one can do afterwards. */
export function About({ training: { summary, outcomes, textLanguage } }: { training: ShownTraining }) {
  const { t } = useTranslation('trainings');
  const paragraphs = summary.split(/\n\s*\n/).filter((part) => part.trim() !== '');
  if (paragraphs.length === 0 && outcomes.length === 0) return null;
  return (
    <Section id="about" title={t('page.about')}>
      <Prose>
        {paragraphs.map((paragraph) => (
          <p key={paragraph} lang={textLanguage} dir="auto" className="whitespace-pre-line">
            <Written text={paragraph} />
          </p>
        ))}
        {outcomes.length > 0 && (
          <div>
            <h3 className="font-semibold">{t('page.outcomes')}</h3>
            <ul lang={textLanguage} className="mt-2 list-disc space-y-1 ps-5 marker:text-muted">
              {outcomes.map((outcome) => (
                <li key={outcome} dir="auto">
                  <Written text={outcome} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </Prose>
    </Section>
  );
}
