import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export const toneText: Record<Tone, string> = {
  neutral: 'text-muted',
  info: 'text-info',
  success: 'text-success',
  warning: 'text-warning',
  danger: 'text-danger',
};

const edges: Record<Tone, string> = {
  neutral: 'border-edge',
  info: 'border-info',
  success: 'border-success',
  warning: 'border-warning',
  danger: 'border-danger',
};

export function ToneIcon({ tone, className }: { tone: Tone; className?: string }) {
  const Icon = {
    neutral: Info,
    info: Info,
    success: CircleCheck,
    warning: TriangleAlert,
    danger: CircleAlert,
  }[tone];
  return <Icon aria-hidden className={cx('shrink-0', toneText[tone], className)} />;
}

/** Something to know before going on. The word in `title` carries the weight; the colour only repeats it. */
export function Notice({
  tone = 'info',
  title,
  children,
  actions,
}: {
  tone?: Exclude<Tone, 'neutral'>;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={cx('max-w-[46rem] border-s-4 bg-raised py-3.5 ps-4 pe-5', edges[tone])}>
      <div className="flex gap-3">
        <ToneIcon tone={tone} className="mt-0.5 size-5.5" />
        <div className="min-w-0 flex-1">
          <p className="font-semibold">{title}</p>
          {children && <div className="mt-1 text-sm">{children}</div>}
          {actions && (
            <div className="mt-3 flex flex-wrap gap-3" data-print="no">
              {actions}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
