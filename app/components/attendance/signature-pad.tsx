import { useTranslation } from '@tessera/i18n/react.tsx';
import { type PointerEvent, useRef, useState } from 'react';
import { Button } from '~/ui/button.tsx';

const [width, height] = [600, 200];
/** As many characters of a line as are kept */
const most = 20_000;

/** A box to draw in with a finger, a pen or a mouse. What is drawn goes with the form as one line. */
export function SignaturePad({ name }: { name: string }) {
  const { t } = useTranslation('attendance');
  const [path, setPath] = useState('');
  const last = useRef<string | null>(null);

  function pointOf({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): string {
    const box = currentTarget.getBoundingClientRect();
    const within = (share: number, size: number) => Math.round(Math.min(Math.max(share, 0), 1) * (size - 1));
    return `${within((clientX - box.left) / box.width, width)} ${within((clientY - box.top) / box.height, height)}`;
  }

  function begin(event: PointerEvent<SVGSVGElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointOf(event);
    last.current = point;
    // A dot is a line to where it began.
    setPath((drawn) => (drawn.length < most - 40 ? `${drawn}M${point}L${point}` : drawn));
  }

  function draw(event: PointerEvent<SVGSVGElement>) {
    const point = pointOf(event);
    if (last.current === null || last.current === point) return;
    last.current = point;
    setPath((drawn) => (drawn.length < most - 20 ? `${drawn}L${point}` : drawn));
  }

  return (
    <div>
      <p aria-hidden className="mb-1.5 font-semibold">
        {t('signing.box')}
      </p>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('signing.box')}
        className="block aspect-3/1 w-full max-w-[38rem] touch-none rounded-tile border border-edge bg-surface"
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={() => {
          last.current = null;
        }}
        onPointerCancel={() => {
          last.current = null;
        }}
      >
        <SignatureLine path={path} />
      </svg>
      <input type="hidden" name={name} value={path} />
      {path && (
        <Button type="button" size="small" className="mt-2" onClick={() => setPath('')}>
          {t('signing.clear')}
        </Button>
      )}
    </div>
  );
}

/** A drawn line, in the box in which it was drawn. */
export function SignatureLine({ path }: { path: string }) {
  return (
    <path
      d={path}
      fill="none"
      stroke="currentColor"
      strokeWidth={3}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}
