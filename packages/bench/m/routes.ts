import { type RouteConfig, route } from '@remix-run/route-config';

/** The measured pages at the same addresses, with the same ids, as in the product. */
export default [
  route('n/:network', 'network.tsx', { id: 'network' }, [
    route('trainings', 'catalogue.tsx'),
    route('trainings/:training', 'training.tsx'),
  ]),
] satisfies RouteConfig;
