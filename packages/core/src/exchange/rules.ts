/** What one institution holds of an event. */
export type Participation = {
  institutionId: string;
  country: string;
  origin: string | null;
  originName: string | null;
  seats: number;
};

/** Who takes part in an event: how many networks, institutions and countries, and what each network holds. */
export function participationFigures(rows: readonly Participation[]) {
  const networks = new Map<
    string | null,
    {
      code: string | null;
      name: string | null;
      seats: number;
      institutions: Set<string>;
      countries: Set<string>;
    }
  >();
  for (const { origin, originName, institutionId, country, seats } of rows) {
    const network = networks.get(origin) ?? {
      code: origin,
      name: originName,
      seats: 0,
      institutions: new Set(),
      countries: new Set(),
    };
    network.seats += seats;
    network.institutions.add(institutionId);
    if (country) network.countries.add(country);
    networks.set(origin, network);
  }
  return {
    institutions: new Set(rows.map(({ institutionId }) => institutionId)).size,
    countries: [...new Set(rows.map(({ country }) => country).filter(Boolean))].sort(),
    networks: [...networks.values()].map(({ institutions, countries, ...network }) => ({
      ...network,
      institutions: institutions.size,
      countries: [...countries].sort(),
    })),
  };
}

/** How many takeaways an institution writes for one event at most. */
export const maxTakeaways = 20;
