/** The mark: a T laid in tiles, the keystone in the accent. Decorative; the name stands beside it. */
export function Mark({ className }: { className?: string }) {
  const tiles = [
    [0, 0],
    [16, 0],
    [8, 8],
    [8, 16],
  ] as const;
  return (
    <svg aria-hidden viewBox="0 0 23 23" className={className}>
      {tiles.map(([x, y]) => (
        <rect key={`${x}-${y}`} x={x} y={y} width="7" height="7" rx="1" fill="currentColor" />
      ))}
      <rect x="8" y="0" width="7" height="7" rx="1" className="fill-accent" />
    </svg>
  );
}
