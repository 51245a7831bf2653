import type { TrainingKind, trainingModes, trainingThemes } from '@tessera/core/trainings/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import Building2 from 'lucide-react/icons/building-2';
import Combine from 'lucide-react/icons/combine';
import Video from 'lucide-react/icons/video';

export type Theme = (typeof trainingThemes)[number];
export type Mode = (typeof trainingModes)[number];

const modeIcons = { onsite: Building2, online: Video, hybrid: Combine };

/** Where a training takes place, in a word with a picture. */
export function ModeLabel({ mode }: { mode: string }) {
  const { t } = useTranslation('trainings');
  const Icon = modeIcons[mode as Mode];
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden className="size-4.5 shrink-0 text-muted" />
      {t(`modes.${mode as Mode}`)}
    </span>
  );
}

export function ThemeLabel({ theme }: { theme: string }) {
  const { t } = useTranslation('trainings');
  return <>{t(`themes.${theme as Theme}`)}</>;
}

export function KindLabel({ kind }: { kind: string }) {
  const { t } = useTranslation('trainings');
  return <>{t(`kinds.${kind as TrainingKind}`)}</>;
}
