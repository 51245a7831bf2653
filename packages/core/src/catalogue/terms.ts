// Apart from the schema, so that a browser gets the words without the validation.

export const searchOrders = ['date', 'match', 'title', 'free'] as const;

export const mostInWidget = 20;
