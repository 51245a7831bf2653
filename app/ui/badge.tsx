import Ban from 'lucide-react/icons/ban';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CircleDot from 'lucide-react/icons/circle-dot';
import Clock from 'lucide-react/icons/clock';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import { type Tone, toneText } from './notice.tsx';

const shapes = {
  done: CircleCheck,
  open: CircleDot,
  waiting: Clock,
  draft: CircleDashed,
  stopped: Ban,
  attention: TriangleAlert,
};

/** A state in a word, with a shape that differs by meaning, so that it reads without colour. */
export function Badge({
  tone = 'neutral',
  shape,
  children,
}: {
  tone?: Tone;
  shape: keyof typeof shapes;
  children: ReactNode;
}) {
  const Icon = shapes[shape];
  return (
    <span className={cx('inline-flex items-center gap-1.5 text-sm font-semibold', toneText[tone])}>
      <Icon aria-hidden className="size-4.5 shrink-0" />
      {children}
    </span>
  );
}
