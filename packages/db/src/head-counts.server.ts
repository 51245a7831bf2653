import { statement } from './statement.server.ts';

type Figures = {
  total: number;
  women: number;
  men: number;
  otherGender: number;
  under18: number;
  from18: number;
  from30: number;
  from55: number;
};

/** Writes the figures of an information session; those that stood there before go. */
export const writeHeadCount = statement<
  [networkId: string, trainingId: string, figures: string, languages: string[], personId: string, now: Date],
  never
>(
  'write_head_count',
  `insert into head_count (network_id, training_id, topic, languages, total, women, men, other_gender, under_18, from_18,
     from_30, from_55, recorded_by_id, recorded_at)
   select $1, $2, f.topic, $4, f.total, f.women, f.men, f."otherGender", f."under18", f."from18", f."from30", f."from55", $5, $6
   from jsonb_to_record($3::jsonb) as f(topic text, total int, women int, men int, "otherGender" int, "under18" int,
     "from18" int, "from30" int, "from55" int)
   on conflict (network_id, training_id) do update set topic = excluded.topic, languages = excluded.languages,
     total = excluded.total, women = excluded.women, men = excluded.men, other_gender = excluded.other_gender,
     under_18 = excluded.under_18, from_18 = excluded.from_18, from_30 = excluded.from_30, from_55 = excluded.from_55,
     recorded_by_id = excluded.recorded_by_id, recorded_at = excluded.recorded_at`,
);

// $1 network, $2 year or null, $3 phase or null
const counted = `select h.*, t.starts_at, extract(year from t.starts_at at time zone t.time_zone)::int as year
  from head_count h join training t on t.network_id = h.network_id and t.id = h.training_id
  where h.network_id = $1 and t.state not in ('draft', 'submitted', 'postponed', 'cancelled')
    and ($2::int is null or extract(year from t.starts_at at time zone t.time_zone) = $2)
    and ($3::uuid is null or exists (select 1 from phase p where p.network_id = $1 and p.id = $3
      and (t.starts_at at time zone t.time_zone)::date between p.starts_on and p.ends_on))`;

type Period = [networkId: string, year: number | null, phaseId: string | null];

export type TopicRow = Figures & { topic: string; sessions: number };

/** How many came to the information sessions of a period, by topic. */
export const headCountsByTopic = statement<Period, TopicRow>(
  'head_counts_by_topic',
  `select c.topic, count(*)::int as sessions, sum(c.total)::int as total, sum(c.women)::int as women, sum(c.men)::int as men,
     sum(c.other_gender)::int as "otherGender", sum(c.under_18)::int as "under18", sum(c.from_18)::int as "from18",
     sum(c.from_30)::int as "from30", sum(c.from_55)::int as "from55"
   from (${counted}) c group by c.topic`,
);

/** In how many of these sessions each language was spoken. */
export const headCountsByLanguage = statement<Period, { language: string; sessions: number }>(
  'head_counts_by_language',
  `select l as language, count(*)::int as sessions from (${counted}) c cross join lateral unnest(c.languages) l
   group by l order by 2 desc, 1`,
);

/** The years in which something was counted. */
export const headCountYears = statement<[networkId: string], { year: number }>(
  'head_count_years',
  `select distinct extract(year from t.starts_at at time zone t.time_zone)::int as year
   from head_count h join training t on t.network_id = h.network_id and t.id = h.training_id
   where h.network_id = $1 order by 1 desc`,
);
