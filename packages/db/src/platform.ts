/** The row that the platform itself has among the networks: its operators' roles and its own events hang on it. */
export const platformNetworkId = '00000000-0000-7000-8000-000000000001';
