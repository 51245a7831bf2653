import { index, type RouteConfig, route } from '@remix-run/route-config';

/** The measured pages at the same addresses, with the same ids, as in the product. */
export default [
  route('home', 'dashboard.tsx'),
  route('n/:network', 'network.tsx', { id: 'network' }, [
    index('overview.tsx'),
    route('trainings', 'catalogue.tsx'),
    route('trainings/:training', 'training.tsx'),
    route('mentoring/mine', 'mentor.tsx'),
  ]),
] satisfies RouteConfig;
