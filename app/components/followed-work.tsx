import { useRevalidator } from '@remix-run/react';
import { type ReactNode, useEffect } from 'react';
import { Progress } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';

const everyMs = 1000;

/** Work of the background that the page follows: with scripts by asking, without by loading itself again. */
export function FollowedWork({
  title,
  label,
  percent,
  children,
}: {
  title: string;
  label: string;
  percent: number;
  children?: ReactNode;
}) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, everyMs);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <div role="status">
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <Notice title={title}>
        {children}
        <Progress label={label} value={percent} />
      </Notice>
    </div>
  );
}
