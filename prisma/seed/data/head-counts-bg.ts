// 296 people came to the 21 information sessions; some came more than once, which nobody can tell from figures.
const totals = [12, 15, 9, 18, 14, 16, 11, 13, 17, 10, 19, 15, 12, 16, 14, 11, 18, 13, 15, 12, 16];

export type SeedHeadCount = {
  total: number;
  women: number;
  men: number;
  otherGender: number;
  under18: number;
  from18: number;
  from30: number;
  from55: number;
};

/** How many came to each information session, in their order. */
export const headCounts: SeedHeadCount[] = totals.map((total, turn) => {
  const women = Math.round(total * (0.5 + (turn % 4) * 0.07));
  const under18 = turn % 3;
  const from55 = 1 + (turn % 2);
  const from30 = Math.floor((total - under18 - from55) / 2);
  return {
    total,
    women,
    men: total - women,
    otherGender: 0,
    under18,
    from18: total - under18 - from55 - from30,
    from30,
    from55,
  };
});
