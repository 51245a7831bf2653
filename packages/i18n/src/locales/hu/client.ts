export { en as hu } from '../en/client.ts';
