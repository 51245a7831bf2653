import type { LoaderFunctionArgs } from '@remix-run/node';

type Args = Pick<LoaderFunctionArgs, 'params'>;

/** The network in the address, as every procedure of a network wants it. */
export function networkParams({ params }: Args): { network: string } {
  return { network: params.network ?? '' };
}

/** The network and the training in the address. What is no id ends as "not found" in the procedure. */
export function trainingParams({ params }: Args): { network: string; trainingId: string } {
  return { network: params.network ?? '', trainingId: params.training ?? '' };
}

/** The network and the seat in the address. */
export function seatParams({ params }: Args): { network: string; seatId: string } {
  return { network: params.network ?? '', seatId: params.seat ?? '' };
}

/** The network and the import in the address. */
export function importParams({ params }: Args): { network: string; importId: string } {
  return { network: params.network ?? '', importId: params.import ?? '' };
}

/** The network and the certificate in the address. */
export function certificateParams({ params }: Args): { network: string; certificateId: string } {
  return { network: params.network ?? '', certificateId: params.certificate ?? '' };
}
