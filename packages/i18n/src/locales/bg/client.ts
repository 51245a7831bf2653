export { en as bg } from '../en/client.ts';
